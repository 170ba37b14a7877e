import { startTestCloud, type TestCloud } from '../support';

const VALUES = [
  'null',
  '"x"',
  '5',
  '[]',
  '{}',
  '[null]',
  '[{}]',
  '[[1]]',
  '{"__proto__":{"x":1}}',
  '{"$where":"1"}',
];
const FIELDS: [string, string[]][] = [
  ['/client/getTempFileURL', ['openid', 'fileList']],
  ['/client/deleteFile', ['openid', 'fileList']],
  ['/client/phoneCode', ['openid']],
  ['/client/cloudID', ['openid', 'kind', 'data']],
  ['/client/watch', ['openid', 'collection', 'query']],
  ['/client/callFunction', ['cloudIDs', 'data']],
  ['/local/consents', ['openid', 'templateId', 'count']],
];
const GOOD: Record<string, string> = {
  openid: '"alice"',
  collection: '"events"',
  kind: '"group"',
  name: '"absent"',
};

let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.end());

const bodies = (fields: string[]): string[] =>
  fields.flatMap((field) =>
    VALUES.map((value) => {
      const all = Object.entries({ ...GOOD, [field]: value }).map(([name, text]) => `"${name}":${text}`);
      return `{${all.join(',')}}`;
    }),
  );

test.each(FIELDS)('%s answers whatever is sent to it, and nothing is polluted', async (path, fields) => {
  for (const body of ['', '{', '[]', ...bodies(fields)]) {
    const response = await fetch(cloud.url + path, { method: 'POST', body });
    expect({
      body,
      status: response.status,
      isOk: response.status === 200 || response.status === 400,
    }).toMatchObject({
      isOk: true,
    });
    expect(typeof (await response.json())).toBe('object');
  }
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});

test.each(['getUploadMetadata', 'batchGetDownloadUrl', 'batchDeleteFile', 'batchCopyFile'])(
  'storage.%s refuses what it cannot read in the platform’s shape',
  async (name) => {
    for (const value of VALUES) {
      const fields = ['path', 'file_list', 'fileid_list'].map((field) => `"${field}":${value}`).join(',');
      const body = `{"envName":"local-huayuan","action":"storage.${name}",${fields}}`;
      const response = await fetch(`${cloud.adminUrl}?env=local-huayuan`, { method: 'POST', body });
      expect(response.status).toBe(200);
      const reply = (await response.json()) as { code?: string; data?: object };
      expect(reply.code ?? JSON.stringify(reply.data)).toMatch(
        /INVALID_PARAM|STORAGE_REQUEST_FAIL|"url":".*\/x"/,
      );
    }
  },
);
