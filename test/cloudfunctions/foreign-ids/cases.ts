import type { ActionName } from '../../../typings/contract';
import { entryIdOf, eventIdOf, memberIdOf, requestIdOf, STUDIO, TOWN } from '../../support/makers';
import { REQUESTS } from '../access/requests';
import { FORM } from '../activities/requests';
import { endsAt, fileIdOf, hall, NOW, OTHER_TOWN, startsAt } from './villages';

/** Requests of this studio, each with the id of something that is another's. */

const session = { studioId: STUDIO, sessionId: eventIdOf('lore') };
const ours = { studioId: STUDIO, sessionId: eventIdOf('own') };
const SIGN_UP = {
  ...hall,
  requestId: requestIdOf('tap'),
  more: [],
  companions: 0,
  youth: null,
  answers: [],
};
const people = { studioId: STUDIO, entryId: entryIdOf('foreign'), memberId: memberIdOf('foreign') };
const shift = { studioId: STUDIO, shiftId: eventIdOf('foreign'), post: 'member' };
const one = { studioId: STUDIO, entryId: people.entryId };
const own = { studioId: STUDIO, entryId: entryIdOf('own') };
const typed = {
  requestId: requestIdOf('tap'),
  rev: 0,
  name: '样例新兵',
  gridId: 'g1',
  phone: null,
  address: null,
  enlisted: null,
  discharged: null,
};
const judged = { studioId: STUDIO, at: NOW, pass: true, reason: '' };
const ofPerson = { ...judged, memberId: memberIdOf('foreign'), eventId: null };
const behind = (label: string) => ({
  studioId: STUDIO,
  text: '',
  gridId: null,
  after: { initials: '', entryId: entryIdOf(label) },
});
const grid = { name: '新网格', lanes: '', households: 1, leader: '' };
export const CASES: [ActionName, string, object][] = [
  ['members.confirm', 'entryId', { ...people, same: true }],
  ['members.confirm', 'memberId', { ...people, same: true }],
  ['members.confirm', 'entryId', { ...people, same: false }],
  ['members.entry', 'entryId', one],
  ['members.entryPhone', 'entryId', one],
  ['members.issueCode', 'entryId', one],
  ['members.unlock', 'entryId', one],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'member' }],
  ['members.grant', 'memberId', { studioId: STUDIO, memberId: people.memberId, role: 'staff' }],
  ['members.people', 'after', { studioId: STUDIO, after: memberIdOf('foreign'), named: null }],
  ['roster.entry', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.erase', 'entryId', { studioId: STUDIO, entryId: people.entryId }],
  ['roster.save', 'entryId', { studioId: STUDIO, entryId: people.entryId, ...typed }],
  ['roster.save', 'gridId', { ...typed, studioId: STUDIO, entryId: null, gridId: 'g7' }],
  ['roster.search', 'gridId', { studioId: STUDIO, text: '', gridId: 'g7', after: null }],
  ['roster.search', 'after.entryId', behind('foreign')],
  ['roster.preview', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign') }],
  ['roster.import', 'fileId', { studioId: STUDIO, fileId: fileIdOf('foreign'), digest: '0'.repeat(64) }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'name' }],
  ['members.judge', 'memberId', { ...ofPerson, what: 'avatar', pass: false }],
  ['members.judge', 'eventId', { ...judged, what: 'words', memberId: null, eventId: eventIdOf('held') }],
  ['members.audit', 'memberId', { studioId: STUDIO, action: null, memberId: people.memberId, from: null }],
  ['patrols.detail', 'shiftId', { studioId: STUDIO, shiftId: shift.shiftId }],
  ['patrols.join', 'shiftId', { ...shift, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leave', 'shiftId', shift],
  [
    'activities.list',
    'after.sessionId',
    { studioId: STUDIO, which: 'coming', after: { startsAt, sessionId: session.sessionId } },
  ],
  ['activities.detail', 'sessionId', session],
  [
    'activities.publish',
    'coverFileId',
    { ...REQUESTS['activities.publish'], coverFileId: fileIdOf('foreign') },
  ],
  ['activities.change', 'sessionId', { ...session, ...FORM, ...hall, rev: 0 }],
  [
    'activities.change',
    'coverFileId',
    { ...ours, ...FORM, ...hall, rev: 0, coverFileId: fileIdOf('foreign') },
  ],
  ['activities.resize', 'sessionId', { ...session, rev: 0, seats: 9, leaving: [] }],
  ['activities.give', 'sessionId', { ...session, rev: 0, entryId: requestIdOf('a') }],
  ['activities.give', 'entryId', { ...ours, rev: 0, entryId: requestIdOf('foreign') }],
  ['activities.cancel', 'sessionId', { ...session, reason: '下雨了' }],
  ['activities.join', 'sessionId', { ...session, ...SIGN_UP }],
  [
    'activities.join',
    'more.sessionId',
    { ...ours, ...SIGN_UP, more: [{ ...hall, sessionId: session.sessionId }] },
  ],
  [
    'activities.join',
    'answers.questionId',
    { ...ours, ...SIGN_UP, answers: [{ questionId: 'q7', text: '九点' }] },
  ],
  ['activities.leave', 'sessionId', { ...session, seats: 1, cutOff: hall.startsAt - 3_600_000 }],
  ['activities.book', 'sessionId', { ...session, deskId: 'd1', at: null }],
  ['activities.book', 'deskId', { ...ours, deskId: 'd7', at: null }],
  ['activities.unbook', 'sessionId', { ...session, deskId: 'd1' }],
  ['activities.unbook', 'deskId', { ...ours, deskId: 'd7' }],
  ['patrols.joinFor', 'shiftId', { ...shift, ...own, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.joinFor', 'entryId', { ...shift, ...one, requestId: requestIdOf('tap'), startsAt, endsAt }],
  ['patrols.leaveFor', 'shiftId', { ...shift, ...own }],
  ['patrols.leaveFor', 'entryId', { ...shift, ...one }],
  ['members.saveGrid', 'gridId', { studioId: STUDIO, gridId: 'g7', rev: 0, grid }],
  ['members.dropGrid', 'gridId', { studioId: STUDIO, gridId: 'g7', rev: 0 }],
  ['members.town', 'townId', { townId: OTHER_TOWN }],
  ['members.invite', 'townId', { townId: OTHER_TOWN }],
  ['members.dismiss', 'townId', { townId: OTHER_TOWN, memberId: memberIdOf('foreignofficer') }],
  ['members.dismiss', 'memberId', { townId: TOWN, memberId: memberIdOf('foreignofficer') }],
  ['patrols.post', 'gridId', { ...REQUESTS['patrols.post'], gridId: 'g7', startsAt, endsAt }],
];
/** The id of nothing, in such a field. */
export const ABSENT: Record<string, string> = {
  entryId: entryIdOf('foreigm'),
  'activities.give entryId': requestIdOf('foreigm'),
  memberId: memberIdOf('foreigm'),
  after: memberIdOf('foreigm'),
  shiftId: eventIdOf('foreigm'),
  sessionId: eventIdOf('lorn'),
  questionId: 'q8',
  deskId: 'd8',
  coverFileId: fileIdOf('foreigm'),
  fileId: fileIdOf('foreigm'),
  eventId: eventIdOf('helc'),
  gridId: 'g8',
  townId: 'town-nowhere',
};
/** Where nothing is refused, because a filter merely finds nothing, or where it is no more than what was seen and is not so. */
export const NOT_THERE: Record<string, object> = {
  'members.people': { ok: true },
  'roster.search': { ok: true },
  'members.audit': { ok: true, data: { lines: [] } },
  'activities.list': { ok: true },
  'activities.unbook': { ok: true, data: { left: false } },
  'activities.publish coverFileId': { ok: true },
  'activities.change coverFileId': { ok: true },
  'activities.give entryId': { ok: false, code: 'changed' },
  'activities.join more.sessionId': { ok: false, code: 'changed' },
  'activities.join answers.questionId': { ok: false, code: 'answers_missing' },
};
