import type { Request } from '../../../typings/contract';
import type { SessionDocument } from '../../../typings/documents/event';
import type { MemberDocument } from '../../../typings/documents/member';
import {
  aMember,
  aSession,
  aStudio,
  eventIdOf,
  memberIdOf,
  openidOf,
  requestIdOf,
  STUDIO,
} from '../../support/makers';
import type { Message } from '../../support/local';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

/** 北京时间周一 18:00；讲座周六 9:00 到 11:00，前一天 9:00 截止报名和候补。 */
export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const SATURDAY = Date.parse('2026-11-28T01:00:00Z');
export const CUT_OFF = SATURDAY - DAY;

/** Of everybody on the roster that a hall begins with. */
const CLAIM = {
  studioId: STUDIO,
  ref: eventIdOf('talk'),
  from: SATURDAY,
  to: SATURDAY + 2 * HOUR,
  post: 'seat',
  at: NOW - HOUR,
};

export const FORM = {
  activity: 'talk' as const,
  pillar: 'heritage' as const,
  title: '老兵宣讲',
  summary: '讲一讲当年的事。',
  place: '村活动室',
  spot: null,
  coverFileId: null,
  seats: 30,
  deadlineHours: 24,
  cutOffHours: 24,
  audience: 'all' as const,
  companions: 3,
  questions: [],
  desks: [],
};

export const seats = (headCount: number) => [
  {
    code: 'seat',
    title: '座位',
    headCount,
    roles: ['member' as const, 'squadLeader' as const, 'staff' as const],
  },
];

/** A hall of four seats on Saturday, people, a squad leader and a clerk; anew before each test. */
export function aHall(people: string[], fields: Partial<SessionDocument> = {}) {
  let running: RunningStudio;
  let taps = 0;
  const received = new Map<string, Map<string, Message>>();
  const studio = () => running;
  const signedUp = (label: string) => fields.roster?.some(({ memberId }) => memberId === memberIdOf(label));
  beforeAll(async () => {
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.reset();
    received.clear();
    await running.setClock(NOW);
    await load(
      aStudio(),
      aStudio({ _id: 'other' }),
      ...people.map((label) => aMember(label, { claims: signedUp(label) ? [CLAIM] : [] })),
      aMember('leader', { role: 'squadLeader' }),
      aMember('clerk', { role: 'staff' }),
      aTalk('talk', fields),
    );
  });

  const load = (...docs: Parameters<typeof stored>) => running.load(stored(...docs));
  const on = (session: string) => ({ studioId: STUDIO, sessionId: eventIdOf(session) });
  const join = (
    label: string,
    { session = 'talk', ...fields }: { session?: string } & Partial<Request<'activities.join'>> = {},
  ) =>
    running.call(openidOf(label), 'activities.join', {
      requestId: requestIdOf(`tap${++taps}`),
      ...on(session),
      startsAt: SATURDAY,
      endsAt: SATURDAY + 2 * HOUR,
      more: [],
      companions: 0,
      youth: null,
      answers: [],
      ...fields,
    });
  const leave = (
    label: string,
    { session = 'talk', ...fields }: { session?: string } & Partial<Request<'activities.leave'>> = {},
  ) =>
    running.call(openidOf(label), 'activities.leave', {
      ...on(session),
      seats: 1,
      cutOff: CUT_OFF,
      ...fields,
    });
  const detail = (label: string, session = 'talk') =>
    running.call(openidOf(label), 'activities.detail', on(session));
  const resize = (to: number, fields: Partial<Request<'activities.resize'>> = {}) =>
    running.call(openidOf('clerk'), 'activities.resize', {
      ...on('talk'),
      rev: 0,
      seats: to,
      leaving: [],
      ...fields,
    });
  const give = (entryId: string, fields: Partial<Request<'activities.give'>> = {}) =>
    running.call(openidOf('clerk'), 'activities.give', { ...on('talk'), rev: 0, entryId, ...fields });
  const change = (fields: Partial<Request<'activities.change'>> = {}) =>
    running.call(openidOf('clerk'), 'activities.change', {
      ...on('talk'),
      rev: 0,
      ...FORM,
      seats: 4,
      startsAt: SATURDAY,
      endsAt: SATURDAY + 2 * HOUR,
      ...fields,
    });
  const cancel = (reason = '讲的人病了', fields: Partial<Request<'activities.cancel'>> = {}) =>
    running.call(openidOf('clerk'), 'activities.cancel', { ...on('talk'), reason, ...fields });
  const publish = (fields: Partial<Request<'activities.publish'>> = {}, label = 'clerk') =>
    running.call(openidOf(label), 'activities.publish', {
      requestId: requestIdOf('publication'),
      studioId: STUDIO,
      ...FORM,
      spans: [{ startsAt: SATURDAY, endsAt: SATURDAY + 2 * HOUR }],
      seriesSignUp: false,
      opensAt: null,
      ...fields,
    });
  const sessionNow = async (session = 'talk') =>
    (await running.document<SessionDocument>(
      'events',
      session.startsWith('e_') ? session : eventIdOf(session),
    ))!;
  const memberNow = async (label: string) =>
    (await running.document<MemberDocument>('members', memberIdOf(label)))!;
  const claimsOf = async (label: string) =>
    (await memberNow(label)).claims.map(({ ref, from, to, of }) => ({ ref, from, to, ...(of && { of }) }));
  const entryIdOfMember = async (label: string) =>
    (await sessionNow()).roster.findLast(({ memberId }) => memberId === memberIdOf(label))!.entryId;
  const trips = async () =>
    (await running.trips()).filter(({ action }) => action.startsWith('database.')).length;
  /** Everything that ever came: a phone's messages lie in the cloud for a week, so who moves the clock far looks in between. */
  const mail = async (label: string) => {
    const box = received.get(label) ?? new Map<string, Message>();
    received.set(label, box);
    for (const message of await running.outbox(openidOf(label)))
      box.set(`${message.at} ${message.id}`, message);
    return [...box.values()];
  };
  const kindsOf = (messages: Message[]) =>
    messages.map(({ templateId }) => templateId.replace('local-template-', ''));
  const told = async (label: string) => kindsOf(await running.outbox(openidOf(label)));
  const everTold = async (label: string) => kindsOf(await mail(label));
  const consent = async (...labels: string[]) => {
    for (const label of labels)
      for (const template of ['promoted', 'changed', 'reminder'])
        await running.consent(openidOf(label), `local-template-${template}`, 5);
  };
  return {
    studio,
    load,
    join,
    leave,
    detail,
    resize,
    give,
    change,
    cancel,
    publish,
    sessionNow,
    memberNow,
    claimsOf,
    entryIdOfMember,
    trips,
    mail,
    told,
    everTold,
    consent,
    sweep: () => running.timer('activities', 'sweep'),
  };
}

/** Four seats on Saturday. */
export const aTalk = (label: string, fields: Partial<SessionDocument> = {}) =>
  aSession(label, {
    startsAt: SATURDAY,
    posts: seats(4),
    companions: 3,
    deadline: CUT_OFF,
    cutOff: CUT_OFF,
    remindAt: null,
    ...fields,
  });
