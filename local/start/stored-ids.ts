export interface Address {
  url: string;
  adminUrl: string;
  envId: string;
}

/** Which of these documents are stored. */
export async function idsAmong(cloud: Address, collection: string, ids: string[]): Promise<string[]> {
  const { default: cloudbase } = await import('@cloudbase/node-sdk');
  const app = cloudbase.init({
    env: cloud.envId,
    serviceUrl: cloud.adminUrl,
    secretId: 'local',
    secretKey: 'local',
  });
  const database = app.database();
  const found = await database
    .collection(collection)
    .where({ _id: database.command.in(ids) })
    .field({ _id: true })
    .limit(1000)
    .get();
  return (found.data as { _id: string }[]).map(({ _id }) => _id);
}
