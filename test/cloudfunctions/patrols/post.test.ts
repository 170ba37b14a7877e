import type { ShiftDocument } from '../../../typings/documents/event';
import { aMember, aStudio, memberIdOf, openidOf, requestIdOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { type RunningStudio, startStudio } from '../../support/studio';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const HOUR = 3_600_000;

let studio: RunningStudio;

beforeAll(async () => {
  studio = await startStudio({ now: NOW });
});
afterAll(() => studio.close());

beforeEach(async () => {
  await studio.reset();
  await studio.load(
    stored(
      aStudio(),
      aMember('clerk', { role: 'staff' }),
      aMember('leader', { role: 'squadLeader' }),
      aMember('a'),
    ),
  );
});

const tonight = {
  requestId: requestIdOf('tap'),
  studioId: STUDIO,
  work: 'patrol' as const,
  title: '平安巡逻',
  gridId: 'g2',
  place: '村委会门口',
  bring: '反光背心、手电 🔦',
  startsAt: NOW + HOUR,
  endsAt: NOW + 3 * HOUR,
  leaders: 1,
  members: 8,
};
const post = (label: string, fields: object = {}) =>
  studio.call(openidOf(label), 'patrols.post', { ...tonight, ...fields });
const cards = async () => {
  const board = await studio.call(openidOf('a'), 'patrols.board', { studioId: STUDIO });
  return board.ok ? board.data.shifts : [];
};

describe('发值勤', () => {
  test('发出去，白板上就有', async () => {
    const answer = await post('clerk');
    expect(answer).toMatchObject({ ok: true });
    expect(await cards()).toMatchObject([
      {
        title: '平安巡逻',
        gridName: '第二网格',
        status: 'gap',
        missing: 9,
        mine: null,
        can: ['patrols.join'],
      },
    ]);
    const shiftId = answer.ok ? answer.data.shiftId : '';
    expect(await studio.document<ShiftDocument>('events', shiftId)).toEqual({
      _id: shiftId,
      v: 1,
      studioId: STUDIO,
      kind: 'shift',
      work: 'patrol',
      pillar: 'governance',
      title: '平安巡逻',
      grid: { gridId: 'g2', name: '第二网格' },
      place: '村委会门口',
      bring: '反光背心、手电 🔦',
      startsAt: NOW + HOUR,
      endsAt: NOW + 3 * HOUR,
      state: 'open',
      posts: [
        { code: 'leader', title: '带队', headCount: 1, roles: ['squadLeader', 'staff'] },
        { code: 'member', title: '队员', headCount: 8, roles: ['member', 'squadLeader', 'staff'] },
      ],
      roster: [],
      joined: { leader: 0, member: 0 },
      notices: [],
      unsent: 0,
      createdBy: memberIdOf('clerk'),
      createdAt: NOW,
    });
  });

  test('点两下只发一个', async () => {
    const [first, second] = await Promise.all([post('clerk'), post('clerk')]);
    expect(second).toEqual(first);
    expect(await cards()).toHaveLength(1);
  });

  test('没有答复、改了草稿再发：是另一班，改的不会丢', async () => {
    await post('clerk');
    await post('clerk', { place: '村口' });
    expect((await cards()).map(({ place }) => place).sort()).toEqual(['村口', '村委会门口'].sort());
  });

  test('从别处粘贴来的换行，照样能发', async () => {
    const answer = await post('clerk', { bring: '反光背心\r\n手电 👨‍👩‍👧\r\n' });
    const shift = await studio.document<ShiftDocument>('events', answer.ok ? answer.data.shiftId : '');
    expect(shift?.bring).toBe('反光背心\n手电 👨‍👩‍👧');
  });

  test('不要带队的，就没有带队的岗位', async () => {
    await post('clerk', { leaders: 0 });
    expect((await cards())[0]!.posts.map(({ code }) => code)).toEqual(['member']);
  });

  test('同事也能发一样的一班', async () => {
    await studio.load(stored(aMember('clerk2', { role: 'staff' })));
    await post('clerk');
    await post('clerk2');
    expect(await cards()).toHaveLength(2);
  });
});

describe('发不成的：一个字也不存', () => {
  test.each([
    ['队员', 'a', {}, 'forbidden'],
    ['老班长', 'leader', {}, 'forbidden'],
    ['陌生人', 'stranger', {}, 'not_member'],
    ['别村的人', 'clerk', { studioId: 'other' }, 'not_member'],
    ['没有这个网格', 'clerk', { gridId: 'g9' }, 'not_found'],
    ['已经过去', 'clerk', { startsAt: NOW - 3 * HOUR, endsAt: NOW }, 'past'],
    ['结束早于开始', 'clerk', { startsAt: NOW + 3 * HOUR, endsAt: NOW + HOUR }, 'bad_request'],
    ['长过一天', 'clerk', { endsAt: NOW + 26 * HOUR }, 'bad_request'],
    ['一年以后', 'clerk', { startsAt: NOW + 9000 * HOUR, endsAt: NOW + 9001 * HOUR }, 'bad_request'],
    ['一个人也不要', 'clerk', { members: 0 }, 'bad_request'],
    ['半个人', 'clerk', { members: 1.5 }, 'bad_request'],
    ['名字是空白', 'clerk', { title: '   ' }, 'bad_request'],
    ['名字太长', 'clerk', { title: '巡'.repeat(21) }, 'bad_request'],
    ['名字里有表情', 'clerk', { title: '平安巡逻🎉' }, 'bad_text'],
    ['名字里有控制字符', 'clerk', { title: '平安\u0007巡逻' }, 'bad_text'],
    ['名字只有看不见的字', 'clerk', { title: '\u3164\u3164' }, 'bad_text'],
    ['名字只有标点', 'clerk', { title: '——' }, 'bad_text'],
    ['说明里有看不见的字', 'clerk', { bring: '手电\u2060' }, 'bad_text'],
    ['说明里有倒写字符', 'clerk', { bring: '手电\u202e' }, 'bad_text'],
    ['多了一栏', 'clerk', { state: 'open' }, 'bad_request'],
    ['编号是查询条件', 'clerk', { gridId: { $gt: '' } }, 'bad_request'],
    ['内容安全不通过', 'clerk', { bring: '违禁' }, 'unsafe_text'],
    ['四万个字', 'clerk', { bring: '长'.repeat(30_000) }, 'too_large'],
  ])('%s', async (_rule, label, fields, code) => {
    expect(await post(label, fields)).toEqual({ ok: false, code });
    expect(await cards()).toEqual([]);
  });

  test('二十万字节的请求，平台就不收', async () => {
    await expect(post('clerk', { bring: 'x'.repeat(200_000) })).rejects.toThrow(/EXCEED_MAX_PAYLOAD_SIZE/);
    expect(await cards()).toEqual([]);
  });
});
