/** Duties as the product stores them, a board of 46 for each studio; canonical extended JSON as the SDKs send it. */
export const BOARD = 46;

export function duty(i: number): object {
  const startsAt = 1_800_000_000_000 + (i % BOARD) * 3_600_000;
  return {
    _id: `e${i}`,
    studioId: `s${Math.floor(i / BOARD)}`,
    state: 'open',
    title: '平安巡逻',
    gridId: 'g1',
    place: '村委会门口',
    startsAt,
    endsAt: startsAt + 7_200_000,
    posts: { leader: 1, member: 8 },
    roster: [
      { entryId: `r${i}`, memberId: `m${i % 97}`, post: 'leader', seats: 1, at: startsAt, leftAt: null },
    ],
    version: 1,
  };
}

const wire = (body: object): string => JSON.stringify({ envName: 'local-huayuan', ...body });

/** A page of a studio's board. */
export function readBoard(studio: number): string {
  return wire({
    action: 'database.getDocument',
    collectionName: 'events',
    queryType: 'WHERE',
    query: JSON.stringify({ studioId: `s${studio}`, startsAt: { $gte: { $numberLong: '1800000000000' } } }),
    order: JSON.stringify({ startsAt: { $numberInt: '1' } }),
    limit: 100,
  });
}

/** The sign-up: guarded by state and by nobody being on the roster twice. */
export function signUp(id: number, member: string): string {
  const mine = { memberId: member, leftAt: null };
  return wire({
    action: 'database.modifyAndReturnDoc',
    collectionName: 'events',
    queryType: 'WHERE',
    query: JSON.stringify({
      _id: `e${id}`,
      studioId: `s${Math.floor(id / BOARD)}`,
      state: 'open',
      roster: { $not: { $elemMatch: mine } },
    }),
    data: JSON.stringify({
      $push: {
        roster: {
          $each: [
            {
              entryId: `r-${member}`,
              ...mine,
              post: 'member',
              seats: { $numberInt: '1' },
              at: { $numberLong: '1800000000001' },
            },
          ],
        },
      },
      $set: { version: { $numberInt: '2' } },
    }),
  });
}
