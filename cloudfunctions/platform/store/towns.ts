import type { MemberDocument } from '../../../typings/documents/member';
import type { StudioDocument } from '../../../typings/documents/studio';
import type { Invite, TownDocument } from '../../../typings/documents/town';
import { _, collection } from './database';
import { filtered, guardedUpdate } from './guarded';
import { rowsOf } from './rows';

/** The town that a studio is of; null also where it was never entered. */
export async function townOfStudio(studioId: string): Promise<TownDocument | null> {
  const [studio] = await rowsOf<{ town: TownDocument[] }>(
    collection('studios')
      .aggregate()
      .match({ _id: studioId })
      .lookup({ from: 'towns', localField: 'townId', foreignField: '_id', as: 'town' }),
  );
  return studio?.town[0] ?? null;
}

/** 一个镇，它的工作室，它的督查的名字；of the studios only what is counted. */
export interface TownAtOnce extends TownDocument {
  studios: (Pick<StudioDocument, '_id' | 'name' | 'station' | 'veterans'> & {
    grids: number;
    staff: number;
  })[];
  people: Pick<MemberDocument, '_id' | 'name'>[];
}

export async function townAtOnce(townId: string): Promise<TownAtOnce | null> {
  const [found] = await rowsOf<TownAtOnce>(
    collection('towns')
      .aggregate()
      .match({ _id: townId })
      .lookup({
        from: 'studios',
        pipeline: [
          { $match: { townId } },
          { $project: { name: 1, station: 1, veterans: 1, grids: size('$grids'), staff: size('$staff') } },
        ],
        as: 'studios',
      })
      .lookup({ from: 'members', localField: 'supervisors', foreignField: '_id', as: 'people' })
      .project({ name: 1, supervisors: 1, studios: 1, 'people._id': 1, 'people.name': 1 }),
  );
  return found ?? null;
}

const size = (list: string) => ({ $size: list });

/** The first supervisor, once in the town's life; null where that has happened. */
export function firstSupervisor(townId: string, memberId: string, now: number): Promise<TownDocument | null> {
  return guardedUpdate<TownDocument>(
    'towns',
    { _id: townId, setUpAt: null, 'supervisors.0': _.exists(false) },
    { supervisors: _.push([memberId]), setUpAt: now },
  );
}

/** Another one, by an invitation that nobody has used; the same person may come with it again. */
export function invitedSupervisor(
  townId: string,
  hash: string,
  memberId: string,
  now: number,
): Promise<TownDocument | null> {
  const open = { 'invite.hash': hash, 'invite.until': _.gt(now), 'invite.usedBy': _.in([null, memberId]) };
  return guardedUpdate<TownDocument>(
    'towns',
    { _id: townId, ...open },
    { supervisors: _.addToSet(memberId), 'invite.usedBy': memberId },
  );
}

/** The only invitation that is open: a new one ends the one before. Null: they do not supervise it any more. */
export function setInvite(townId: string, by: string, invite: Invite): Promise<TownDocument | null> {
  return guardedUpdate<TownDocument>('towns', { _id: townId, supervisors: by }, { invite: _.set(invite) });
}

/** Whether somebody is on the town's list. */
export async function listsSupervisor(townId: string, memberId: string): Promise<boolean> {
  const { data } = await filtered('towns', { _id: townId, supervisors: memberId }).limit(1).get();
  return data.length > 0;
}

/**
 * Off the list while another one stays; no invitation stays open that could bring them back. Null: nobody else would be left, or they
 * are not on it.
 */
export function removeSupervisor(townId: string, memberId: string): Promise<TownDocument | null> {
  return guardedUpdate<TownDocument>(
    'towns',
    { _id: townId, supervisors: memberId, 'supervisors.1': _.exists(true) },
    { supervisors: _.pull(memberId), invite: null },
  );
}

/** The last one goes for good: the town's set-up code works again. Null: there are others, or they are not on the list. */
export function removeLastSupervisor(townId: string, memberId: string): Promise<TownDocument | null> {
  return guardedUpdate<TownDocument>(
    'towns',
    { _id: townId, supervisors: [memberId] },
    { supervisors: _.set([]), invite: null, setUpAt: null },
  );
}

/** Whoever leaves for good supervises no longer; the last one too. */
export async function leaveTown(townId: string, memberId: string): Promise<void> {
  const others = await removeSupervisor(townId, memberId);
  if (!others && !(await removeLastSupervisor(townId, memberId))) await removeSupervisor(townId, memberId);
}

/** What acting for a town goes by: whom a member document says that it supervises. */
export function giveTown(memberId: string, townId: string | null): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>('members', { _id: memberId }, { supervises: townId });
}

/** Ends that somebody acts for this town; null where they do not. */
export function takeTown(memberId: string, townId: string): Promise<MemberDocument | null> {
  return guardedUpdate<MemberDocument>(
    'members',
    { _id: memberId, supervises: townId },
    { supervises: null },
  );
}
