import type { Asking, RosterEntryDocument } from '../../../typings/documents/roster-entry';
import type { OnRoster } from '../../domain/shift-view';
import { _, collection } from './database';
import { filtered, guardedUpdate } from './guarded';

const MOST_CANDIDATES = 20;
/** Nobody waits behind more; the eleventh is told by the station itself. */
const MOST_ASKING = 10;
/** Somebody is joining by the entry's code: nobody else is tied to it meanwhile. */
const notScanned = { 'code.usedBy': _.in([null]) };

/** 花名册上叫这个名字的，或者是这个电话的。 */
export async function candidatesFor(
  studioId: string,
  name: string,
  phoneKey: string | null,
): Promise<RosterEntryDocument[]> {
  const sameName = { studioId, name };
  const query = phoneKey === null ? sameName : _.or([sameName, { studioId, phoneKey }]);
  const { data } = await collection('rosterEntries').where(query).limit(MOST_CANDIDATES).get();
  return data as RosterEntryDocument[];
}

export async function entryById(studioId: string, entryId: string): Promise<RosterEntryDocument | null> {
  const { data } = await filtered('rosterEntries', { _id: entryId, studioId }).limit(1).get();
  return (data[0] as RosterEntryDocument | undefined) ?? null;
}

/** The entry that is tied to this member. */
export async function entryOf(studioId: string, memberId: string): Promise<RosterEntryDocument | null> {
  const { data } = await filtered('rosterEntries', { memberId, studioId }).limit(1).get();
  return (data[0] as RosterEntryDocument | undefined) ?? null;
}

/** Which lines of the roster these members are, by their accounts or their stand-ins. */
export async function onRoster(studioId: string, memberIds: string[]): Promise<OnRoster> {
  if (memberIds.length === 0) return new Map();
  const anyOf = { studioId, memberId: _.in(memberIds) };
  const { data } = await collection('rosterEntries')
    .where(_.or([anyOf, { studioId, standIn: _.in(memberIds) }]))
    .field({ memberId: true, standIn: true })
    .limit(1000)
    .get();
  return new Map(
    (data as Pick<RosterEntryDocument, '_id' | 'memberId' | 'standIn'>[]).flatMap(
      ({ _id: entryId, memberId, standIn }) =>
        [memberId, standIn].flatMap((id) =>
          id === null ? [] : [[id, { entryId, noWeChat: memberId === null }] as const],
        ),
    ),
  );
}

/** Ties an entry to a member; null where it is tied to somebody else. Repeating it changes nothing. */
export function tieEntry(
  { _id, studioId, standIn }: RosterEntryDocument,
  memberId: string,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id, studioId, memberId: _.in([null, memberId]), ...notScanned },
    { memberId, code: null, ...(standIn === memberId && { standIn: null }), rev: _.inc(1) },
  );
}

/** The same for somebody whom the entry's list names. */
export function tieAsked(
  studioId: string,
  entryId: string,
  memberId: string,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    {
      _id: entryId,
      studioId,
      memberId: _.in([null, memberId]),
      asking: _.elemMatch({ memberId }),
      ...notScanned,
    },
    { memberId, code: null, rev: _.inc(1) },
  );
}

/** Puts somebody on the entry's list of people whom staff have to tell apart; once each. */
export async function askFor(studioId: string, entryId: string, asking: Asking): Promise<void> {
  await guardedUpdate(
    'rosterEntries',
    {
      _id: entryId,
      studioId,
      asking: _.not(_.elemMatch({ memberId: asking.memberId })),
      [`asking.${MOST_ASKING - 1}`]: _.exists(false),
    },
    { asking: _.push([asking]), waiting: _.inc(1), rev: _.inc(1) },
  );
}

/** Puts right how they are called on that list. */
export async function renameAsking(
  studioId: string,
  entryId: string,
  memberId: string,
  name: string,
): Promise<void> {
  await filtered('rosterEntries', { _id: entryId, studioId, asking: _.elemMatch({ memberId }) }).update({
    'asking.$.name': name,
  });
}

/** Takes somebody off that list; null where they are not on it. */
export function answerAsking(
  studioId: string,
  entryId: string,
  memberId: string,
): Promise<RosterEntryDocument | null> {
  return guardedUpdate<RosterEntryDocument>(
    'rosterEntries',
    { _id: entryId, studioId, asking: _.elemMatch({ memberId }) },
    { asking: _.pull({ memberId }), waiting: _.inc(-1), rev: _.inc(1) },
  );
}

/** 等着认人的，最多这么多。 */
export async function entriesAsked(studioId: string, most: number): Promise<RosterEntryDocument[]> {
  const { data } = await filtered('rosterEntries', { studioId, waiting: _.gt(0) })
    .limit(most)
    .get();
  return data as RosterEntryDocument[];
}

/** Unties these people everywhere: they are gone, and staff's own records stay. */
export async function untieGone(memberIds: string[]): Promise<void> {
  await filtered('rosterEntries', { memberId: _.in(memberIds) }).update({
    memberId: null,
    code: null,
    rev: _.inc(1),
  });
  const { data } = await filtered('rosterEntries', { 'asking.memberId': _.in(memberIds) })
    .limit(1000)
    .get();
  for (const { _id, studioId, asking } of data as RosterEntryDocument[]) {
    const gone = asking.filter(({ memberId }) => memberIds.includes(memberId));
    for (const { memberId } of gone) await answerAsking(studioId, _id, memberId);
  }
}

/** Entries that were erased on request, and are there again. */
export async function removeErasedEntries(entryIds: string[]): Promise<void> {
  await filtered('rosterEntries', { _id: _.in(entryIds) }).remove();
}

/** The person has left this studio; staff's own records stay. */
export async function untieEntries(studioId: string, memberId: string): Promise<void> {
  await filtered('rosterEntries', { memberId, studioId }).update({
    memberId: null,
    code: null,
    rev: _.inc(1),
  });
  await filtered('rosterEntries', { studioId, waiting: _.gt(0), asking: _.elemMatch({ memberId }) }).update({
    asking: _.pull({ memberId }),
    waiting: _.inc(-1),
    rev: _.inc(1),
  });
}
