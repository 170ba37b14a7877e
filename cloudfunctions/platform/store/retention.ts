import type { CollectionName } from '../../domain/personal-data';
import { endsBefore, STEP } from '../../domain/retention';
import { _ } from './database';
import { filtered } from './guarded';

type Guard = Parameters<typeof filtered>[1];

/** Ends what has been kept long enough, at most a step of each kind. */
export async function endRetention(now: number): Promise<void> {
  const { audit, notices, tries, claims } = endsBefore(now);
  await inStep('audit', { at: _.lt(audit) }, (these) => these.remove());
  await inStep('tries', { day: _.lt(tries) }, (these) => these.remove());
  await inStep('members', { 'claims.to': _.lt(claims) }, (these) =>
    these.update({ claims: _.pull({ to: _.lt(claims) }) }),
  );
  await inStep('events', { 'notices.since': _.lt(notices), endsAt: _.lt(notices) }, (these) =>
    these.update({ notices: _.pull({ state: 'done', since: _.lt(notices) }) }),
  );
}

async function inStep(
  name: CollectionName,
  old: Guard,
  end: (these: ReturnType<typeof filtered>) => Promise<unknown>,
): Promise<void> {
  const { data } = await filtered(name, old).field({ _id: true }).limit(STEP).get();
  const ids = (data as { _id: string }[]).map(({ _id }) => _id);
  if (ids.length > 0) await end(filtered(name, { _id: _.in(ids) }));
}
