import { memberIdOf, openidOf } from '../../support/makers';
import { NOW, MINUTE, ada, clerk, mine, picture, anAvatar } from './an-avatar';

const { studio, me, setAvatar, upload, chosen, memberNow, avatar, status, inPeople, settled } = anAvatar();

describe('换头像', () => {
  test('自己当时就看得到；别人等通过以后才看到', async () => {
    expect(await chosen()).toEqual({ ok: true, data: { state: 'waiting' } });
    expect(await avatar()).toMatchObject({ state: 'waiting', at: NOW, reason: '' });
    const own = (await me()).avatar;
    expect(own).toMatchObject({ state: 'waiting' });
    expect(await status(own?.url ?? null)).toBe(200);
    expect(await inPeople()).toBeNull();
    await settled('passed');
    expect(await status((await inPeople()) ?? null)).toBe(200);
  });

  test('有问题的连文件一起去掉，自己看得到没通过', async () => {
    await chosen('local:risky');
    const url = (await me()).avatar?.url ?? null;
    const refused = await settled('refused');
    expect(refused.fileId).toBe('');
    expect((await me()).avatar).toEqual({ state: 'refused', url: null, reason: '' });
    for (let tries = 0; tries < 40 && (await status(url)) === 200; tries++) {
      await new Promise((next) => setTimeout(next, 50));
    }
    expect(await status(url)).toBe(404);
    expect((await memberNow())?.files).toEqual([]);
    expect(await inPeople()).toBeNull();
  });

  test('拿不准的请工作人员看：通过，或者写明原因去掉', async () => {
    await chosen('local:review');
    await settled('review');
    const reviews = await studio().call(clerk, 'members.reviews', mine);
    const [item] = reviews.ok ? reviews.data.items : [];
    expect(item).toMatchObject({ what: 'avatar', memberId: memberIdOf('ada'), words: ['样例ada'], at: NOW });
    expect(await status(item?.url ?? null)).toBe(200);
    expect(await inPeople()).toBeNull();
    const judge = (pass: boolean, reason: string) =>
      studio().call(clerk, 'members.judge', {
        ...mine,
        what: 'avatar',
        memberId: memberIdOf('ada'),
        eventId: null,
        at: NOW,
        pass,
        reason,
      });
    expect(await judge(false, '看不清是谁')).toEqual({ ok: true, data: { passed: false } });
    expect(await avatar()).toMatchObject({ state: 'refused', reason: '看不清是谁', fileId: '' });
    expect(await status(item?.url ?? null)).toBe(404);
    expect(await judge(true, '')).toEqual({ ok: false, code: 'not_found' });

    await studio().setClock(NOW + 1);
    await chosen('local:review');
    await settled('review');
    const again = {
      ...mine,
      what: 'avatar' as const,
      memberId: memberIdOf('ada'),
      eventId: null,
      at: NOW + 1,
    };
    expect(await studio().call(clerk, 'members.judge', { ...again, pass: true, reason: '' })).toMatchObject({
      ok: true,
    });
    expect(await status((await inPeople()) ?? null)).toBe(200);
  });

  test('换一张：新的没通过以前谁也看不到，旧的文件没了', async () => {
    await chosen();
    await settled('passed');
    const old = await inPeople();
    await studio().setClock(NOW + MINUTE);
    await chosen();
    expect(await inPeople()).toBeNull();
    expect(await status(old ?? null)).toBe(404);
    await settled('passed');
    expect((await memberNow())?.files).toHaveLength(1);
  });

  test('不用了：文件也没了', async () => {
    await chosen();
    await settled('passed');
    const url = await inPeople();
    expect(await setAvatar(ada, 'none')).toEqual({ ok: true, data: { state: null } });
    expect(await avatar()).toBeNull();
    expect(await status(url ?? null)).toBe(404);
    expect((await memberNow())?.files).toEqual([]);
  });

  test('注销：头像的文件、传了没用的文件，都没了', async () => {
    await chosen();
    await settled('passed');
    const url = await inPeople();
    const { fileID = '' } = await upload();
    expect(fileID).not.toBe('');
    await studio().call(ada, 'members.forget', mine);
    expect(await status(url ?? null)).toBe(404);
    const left = await fetch(`${studio().url}/client/getTempFileURL`, {
      method: 'POST',
      body: JSON.stringify({ openid: ada, fileList: [fileID] }),
    });
    expect(JSON.stringify(await left.json())).toMatch(/NONEXIST|does not exist|-503003/);
  });
});

describe('只有自己传的才能做自己的头像', () => {
  test('没有传就换，什么也不变', async () => {
    expect(await setAvatar()).toEqual({ ok: false, code: 'not_found' });
    expect(await avatar()).toBeNull();
    expect((await memberNow())?.files).toEqual([]);
  });

  test('每个人的路径不同，看不出是谁；不是成员没有路径', async () => {
    const [path, other] = [(await me()).avatarPath, (await me(openidOf('bea'))).avatarPath];
    expect(path).toMatch(/^uploads\/[\w-]{43}\/avatar\.jpg$/);
    expect(other).not.toBe(path);
    expect((await me(openidOf('stranger'))).avatarPath).toBeNull();
    expect(await setAvatar(openidOf('stranger'))).toEqual({ ok: false, code: 'not_member' });
  });

  test('别人传的，成不了我的', async () => {
    await upload('', openidOf('bea'));
    expect(await setAvatar()).toEqual({ ok: false, code: 'not_found' });
  });

  test('看过以后换不了：手机写不了看过的那个文件', async () => {
    await chosen();
    const { fileId } = await settled('passed');
    const path = fileId.slice(fileId.indexOf('/', 'cloud://'.length) + 1);
    expect(await studio().upload(ada, path, picture('local:risky'))).toMatchObject({
      errMsg: expect.stringContaining('another person') as string,
    });
  });
});
