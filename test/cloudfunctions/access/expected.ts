import type { ActionName } from '../../../typings/contract';
import type { Asker } from './village';

type Answers = Record<Asker, string>;

/** What each person gets of this studio or town, written out: the table in the code must not be its own witness. */
export const EXPECTED: Record<ActionName, Answers> = {
  'members.home': everybody('ok'),
  'members.studio': everybody('ok'),
  'members.join': everybody('ok'),
  'members.me': everybody('ok'),
  'members.asking': staffOnly('ok'),
  'members.confirm': staffOnly('ok'),
  'members.entry': staffOnly('ok'),
  'members.entryPhone': staffOnly('ok'),
  'members.issueCode': staffOnly('ok'),
  'members.unlock': staffOnly('ok'),
  'members.scanIn': everybody('bad_code'),
  'members.people': staffOnly('ok'),
  'members.grant': staffOnly('ok'),
  'members.setUp': membersOnly('bad_code'),
  'members.quit': { ...membersOnly('ok'), staff: 'last_staff' },
  'members.myData': { ...everybody('ok'), visitor: 'not_member' },
  'members.correct': { ...everybody('ok'), visitor: 'not_member' },
  'members.forget': { ...everybody('ok'), staff: 'last_staff', foreignStaff: 'last_staff' },
  'members.withdraw': {
    ...everybody('ok'),
    visitor: 'not_member',
    staff: 'last_staff',
    foreignStaff: 'last_staff',
  },
  'members.setAvatar': { ...everybody('ok'), visitor: 'not_member' },
  'members.pictureChecked': everybody('unknown_action'),
  'members.reviews': staffOnly('ok'),
  'members.judge': staffOnly('ok'),
  'members.tend': everybody('unknown_action'),
  'members.audit': staffOnly('ok'),
  'members.grids': staffOnly('ok'),
  'members.saveGrid': staffOnly('ok'),
  'members.dropGrid': staffOnly('ok'),
  'members.town': supervisorOnly('ok'),
  'members.supervise': everybody('bad_code'),
  'members.invite': supervisorOnly('ok'),
  'members.dismiss': supervisorOnly('last_supervisor'),
  'patrols.board': membersOnly('ok'),
  'patrols.detail': everybody('ok'),
  'patrols.mine': membersOnly('ok'),
  'patrols.join': membersOnly('ok'),
  'patrols.leave': membersOnly('not_joined'),
  'patrols.joinFor': leadersOnly('ok'),
  'patrols.leaveFor': leadersOnly('not_joined'),
  'patrols.post': staffOnly('ok'),
  'patrols.sweep': everybody('unknown_action'),
  'roster.search': leadersOnly('ok'),
  'roster.entry': staffOnly('ok'),
  'roster.save': staffOnly('ok'),
  'roster.erase': staffOnly('ok'),
  'roster.upload': staffOnly('ok'),
  'roster.preview': staffOnly('not_found'),
  'roster.import': staffOnly('not_found'),
  'roster.export': staffOnly('ok'),
  'roster.sweep': everybody('unknown_action'),
  'activities.list': membersOnly('ok'),
  'activities.detail': everybody('ok'),
  'activities.publish': staffOnly('ok'),
  'activities.change': staffOnly('ok'),
  'activities.resize': staffOnly('ok'),
  'activities.give': staffOnly('changed'),
  'activities.cancel': staffOnly('ok'),
  'activities.join': membersOnly('ok'),
  'activities.leave': membersOnly('not_joined'),
  'activities.book': membersOnly('not_joined'),
  'activities.unbook': membersOnly('ok'),
  'activities.sweep': everybody('unknown_action'),
};

const WHEREVER = {
  member: 'ok',
  volunteer: 'ok',
  squadLeader: 'ok',
  supervisor: 'ok',
  foreignSupervisor: 'ok',
};

/**
 * The same request about the other studio or town. Everybody of this one is there what `foreignStaff` is here (a visitor with an account),
 * but for these, where being somewhere else changes the answer.
 */
export const ELSEWHERE: Partial<Record<ActionName, Partial<Answers>>> = {
  // It is the whole account that goes, wherever one asks from.
  'members.forget': WHEREVER,
  'members.withdraw': WHEREVER,
  // A shift of this studio is not one of the other.
  'patrols.detail': everybody('not_found'),
  'activities.detail': everybody('not_found'),
  'members.town': { foreignSupervisor: 'ok' },
  'members.invite': { foreignSupervisor: 'ok' },
};

function everybody(answer: string): Answers {
  return { ...membersOnly(answer), ...outsiders(answer), visitor: answer };
}

function staffOnly(answer: string): Answers {
  return { ...membersOnly('forbidden'), staff: answer };
}

function leadersOnly(answer: string): Answers {
  return { ...staffOnly(answer), squadLeader: answer };
}

function membersOnly(answer: string): Answers {
  return {
    visitor: 'not_member',
    member: answer,
    volunteer: answer,
    squadLeader: answer,
    staff: answer,
    ...outsiders('not_member'),
  };
}

function outsiders(answer: string) {
  return { foreignStaff: answer, supervisor: answer, foreignSupervisor: answer };
}

function supervisorOnly(answer: string): Answers {
  return { ...everybody('not_found'), supervisor: answer };
}
