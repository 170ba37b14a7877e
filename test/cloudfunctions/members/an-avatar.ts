import type { Avatar } from '../../../typings/documents/check';
import type { MemberDocument } from '../../../typings/documents/member';
import { aMember, aStudio, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const MINUTE = 60_000;
export const CHECK = 'wx.openApi:security.mediaCheckAsync';
export const ada = openidOf('ada');
export const clerk = openidOf('clerk');
export const mine = { studioId: STUDIO };
export const picture = (mark = '') =>
  Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.from(mark)]);

/** A studio in which somebody chooses an avatar; anew before each test. */
export function anAvatar() {
  let running: RunningStudio;

  beforeAll(async () => {
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.heal();
    await running.reset();
    await running.setClock(NOW);
    await running.load(
      stored(
        aStudio({ staff: [memberIdOf('clerk')] }),
        aMember('clerk', { role: 'staff' }),
        aMember('ada'),
        aMember('bea'),
      ),
    );
  });

  const sweep = () => running.timer('patrols', 'sweep');
  const me = async (openid = ada) => {
    const answer = await running.call(openid, 'members.me', mine);
    if (!answer.ok) throw new Error(answer.code);
    return answer.data;
  };
  const setAvatar = (openid = ada, given: 'uploaded' | 'none' = 'uploaded') =>
    running.call(openid, 'members.setAvatar', { ...mine, picture: given });
  const upload = async (mark = '', openid = ada) =>
    await running.upload(openid, (await me(openid)).avatarPath ?? '', picture(mark));
  const chosen = async (mark = '') => {
    await upload(mark);
    return await setAvatar();
  };
  const memberNow = async () => await running.document<MemberDocument>('members', memberIdOf('ada'));
  const avatar = async () => (await memberNow())?.avatar ?? null;
  const status = async (url: string | null) => (url ? (await fetch(url)).status : null);
  const inPeople = async () => {
    const answer = await running.call(clerk, 'members.people', { ...mine, after: null, named: null });
    return answer.ok
      ? answer.data.people.find(({ memberId }) => memberId === memberIdOf('ada'))?.avatar
      : null;
  };

  /** The platform's finding comes a moment later. */
  async function settled(state: Avatar['state']): Promise<Avatar> {
    for (let tries = 0; tries < 100; tries++) {
      const now = await avatar();
      if (now?.state === state) return now;
      await new Promise((next) => setTimeout(next, 50));
    }
    throw new Error(`the avatar never was ${state}: ${JSON.stringify(await avatar())}`);
  }

  return {
    studio: () => running,
    sweep,
    me,
    setAvatar,
    upload,
    chosen,
    memberNow,
    avatar,
    status,
    inPeople,
    settled,
  };
}
