import * as cloudbase from '@cloudbase/node-sdk';
import { aMember } from '../../support/makers';
import { stored } from '../../support/stored';
import { ENV_ID } from '../../support/studio';
import { ada, anAvatar, CHECK, mine, MINUTE, NOW } from './an-avatar';

const { studio, sweep, chosen, avatar, settled, memberNow } = anAvatar();

/** Whether a function would still find this file. */
async function inStorage(fileId: string): Promise<boolean> {
  const serviceUrl = `${studio().url}/admin`;
  const app = cloudbase.init({ env: ENV_ID, serviceUrl, secretId: 'local', secretKey: 'local' });
  const { fileList } = await app.getTempFileURL({ fileList: [fileId] });
  return fileList[0]?.code === 'SUCCESS';
}

describe('检查的接口断了', () => {
  const down = () => studio().fault({ kind: 'error', action: CHECK });

  test('先留着，清扫时再问', async () => {
    await down();
    expect(await chosen()).toEqual({ ok: true, data: { state: 'waiting' } });
    expect(await avatar()).toMatchObject({ state: 'waiting', trace: '' });
    await sweep();
    expect(await avatar()).toMatchObject({ state: 'waiting', trace: '' });
    await studio().heal();
    await sweep();
    await settled('passed');
  });

  test('收下的半路断了：文件记着，注销时一张也不留', async () => {
    await studio().fault({ kind: 'lost', action: 'storage.batchCopyFile', next: 1 });
    expect(await chosen()).toEqual({ ok: false, code: 'unavailable' });
    expect(await avatar()).toBeNull();
    const [lost = ''] = (await memberNow())?.files ?? [];
    expect(await inStorage(lost)).toBe(true);
    await studio().call(ada, 'members.forget', mine);
    expect(await inStorage(lost)).toBe(false);
  });

  test('两小时还问不成，请工作人员看', async () => {
    await down();
    await chosen();
    await studio().setClock(NOW + 120 * MINUTE);
    await sweep();
    expect(await avatar()).toMatchObject({ state: 'review' });
  });

  test('结果一直不来，也请工作人员看', async () => {
    const fileId = 'cloud://local-huayuan.local-files/avatars/lost/avatar.jpg';
    const waiting = { fileId, state: 'waiting' as const, trace: 'never', at: NOW, reason: '' };
    await studio().reset();
    await studio().load(stored({ ...aMember('ada'), avatar: waiting }));
    await studio().setClock(NOW + 35 * MINUTE - 1);
    await sweep();
    expect(await avatar()).toMatchObject({ state: 'waiting' });
    await studio().setClock(NOW + 35 * MINUTE);
    await sweep();
    expect(await avatar()).toMatchObject({ state: 'review' });
  });
});

describe('平台的消息只有平台能发', () => {
  const event = (trace: string) => ({
    ToUserName: 'gh_local',
    FromUserName: ada,
    MsgType: 'event',
    Event: 'wxa_media_check',
    trace_id: trace,
    version: 2,
    errcode: 0,
    result: { suggest: 'pass', label: 100 },
  });
  const asPerson = async (data: object) => {
    const answer = await fetch(`${studio().url}/client/callFunction`, {
      method: 'POST',
      body: JSON.stringify({ openid: ada, name: 'members', data }),
    });
    return ((await answer.json()) as { result: unknown }).result;
  };

  test.each([
    ['照抄消息', (trace: string) => event(trace)],
    [
      '照抄消息，再写上动作',
      (trace: string) => ({ ...event(trace), action: 'members.pictureChecked', data: event(trace) }),
    ],
    ['冒充定时器', (trace: string) => ({ ...event(trace), TriggerName: 'pictureChecked', Type: 'Timer' })],
  ])('%s：一个人怎么叫都没有用', async (_rule, forged) => {
    await chosen('local:review');
    const { trace } = await settled('review');
    expect(trace).not.toBe('');
    expect(await asPerson(forged(trace))).toEqual({ ok: false, code: 'unknown_action' });
    expect(await avatar()).toMatchObject({ state: 'review' });
  });

  test('换了一张以后，前一张的结果不算', async () => {
    await chosen('local:risky');
    await chosen();
    await settled('passed');
    await new Promise((next) => setTimeout(next, 1_000));
    expect(await avatar()).toMatchObject({ state: 'passed' });
  });
});
