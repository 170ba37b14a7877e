import { SDK_FUNCTION, type Sdk } from './sdk-function';
import { startTestCloud, wire, type TestCloud } from './support';

/** A cloud whose one function runs a script against either SDK; emptied before each test. */
export function wireTable() {
  let cloud: TestCloud;
  beforeAll(async () => {
    cloud = await startTestCloud({ sdk: SDK_FUNCTION });
  });
  afterAll(() => cloud.end());
  beforeEach(async () => {
    await cloud.post('/local/reset', {});
  });

  async function run(sdk: Sdk, script: string, given: unknown = null): Promise<unknown> {
    const answer = await cloud.call('alice', 'sdk', { sdk, script, given });
    return answer.result ?? answer;
  }

  async function stored(collection: string): Promise<unknown[]> {
    const reply = await wire(cloud, {
      action: 'database.getDocument',
      collectionName: collection,
      limit: 1000,
    });
    return (reply['data'] as { list: string[] }).list.map((text) => JSON.parse(text) as unknown);
  }

  const seed = (docs: object[], collection = 'events'): Promise<unknown> =>
    cloud.post('/local/import', { [collection]: docs });

  return { cloud: () => cloud, run, stored, seed };
}
