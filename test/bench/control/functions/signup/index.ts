import cloudbase from '@cloudbase/node-sdk';

const PLACES = 8;
const database = cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV }).database();

/** The control of the race: counts, then inserts, as it is usually done. It must oversell. */
export async function main({ data: { shiftId } }: { data: { shiftId: string } }) {
  const { WX_OPENID } = cloudbase.getCloudbaseContext();
  const entries = database.collection('entries');
  const { total = 0 } = await entries.where({ shiftId, state: 'placed' }).count();
  const state = total < PLACES ? 'placed' : 'waiting';
  await entries.add({ shiftId, openid: WX_OPENID, state });
  return { state };
}
