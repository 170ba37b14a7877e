import type { ActionName } from '../../../typings/contract';
import { entryIdOf, eventIdOf, memberIdOf, requestIdOf, STUDIO, TOWN } from '../../support/makers';
import { patrol } from './village';

const { startsAt, endsAt } = patrol;
const mine = { studioId: STUDIO, shiftId: eventIdOf('patrol') };

/** A request of every action that is in order, about this studio or this town; without one an action does not compile. */
export const REQUESTS: Record<ActionName, object> = {
  'members.home': { studioId: STUDIO },
  'members.studio': { studioId: STUDIO },
  'members.join': { studioId: STUDIO, name: '样例新人', phone: null, consent: 1 },
  'members.me': { studioId: STUDIO },
  'members.asking': { studioId: STUDIO },
  'members.confirm': {
    studioId: STUDIO,
    entryId: entryIdOf('entry'),
    memberId: memberIdOf('volunteer'),
    same: true,
  },
  'members.people': { studioId: STUDIO, after: null, named: null },
  'members.grant': { studioId: STUDIO, memberId: memberIdOf('member'), role: 'squadLeader' },
  'members.setUp': { studioId: STUDIO, code: 'guess' },
  'members.quit': { studioId: STUDIO },
  'members.myData': { studioId: STUDIO },
  'members.correct': { studioId: STUDIO, name: '样例改名', phone: null },
  'members.forget': { studioId: STUDIO },
  'members.audit': { studioId: STUDIO, action: null, memberId: null, before: null },
  'members.grids': { studioId: STUDIO },
  'members.saveGrid': {
    studioId: STUDIO,
    gridId: 'g1',
    rev: 0,
    grid: { name: '东网格', lanes: '', households: 90, leader: '' },
  },
  'members.dropGrid': { studioId: STUDIO, gridId: 'g2', rev: 0 },
  'members.town': { townId: TOWN },
  'members.supervise': { studioId: STUDIO, name: '样例督查', consent: 1, code: 'guess' },
  'members.invite': { townId: TOWN },
  'members.dismiss': { townId: TOWN, memberId: memberIdOf('supervisor') },
  'members.recount': {},
  'patrols.board': { studioId: STUDIO },
  'patrols.detail': mine,
  'patrols.mine': { studioId: STUDIO },
  'patrols.join': { ...mine, requestId: requestIdOf('tap'), post: 'member', startsAt, endsAt },
  'patrols.leave': { ...mine, post: 'member' },
  'patrols.post': {
    requestId: requestIdOf('tap'),
    studioId: STUDIO,
    work: 'river',
    title: '河道清理',
    gridId: 'g1',
    place: '河边',
    bring: '',
    startsAt,
    endsAt,
    leaders: 0,
    members: 3,
  },
  'patrols.sweep': {},
  'activities.list': { studioId: STUDIO },
};
