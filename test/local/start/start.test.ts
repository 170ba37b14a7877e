import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Answer, Home, Request, Response } from '../../../typings/contract';
import { local } from '../../support/local';
import { type Started, start, startRunning } from './started';

const STUDIO = { studioId: 'huayuan' };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'start-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const boardOf = async ({ url }: Started, openid: string) => {
  const answer = await local(url).send<Answer<Response<'patrols.board'>>>(openid, 'patrols.board', STUDIO);
  if (!answer.ok) throw new Error(answer.code);
  return answer.data.shifts;
};

it('brings up the village, keeps what people do across a restart, and forgets it with --reset', async () => {
  const data = join(folder, 'data');
  const mine = async (started: Started) =>
    (await boardOf(started, 'sample-veteran-3')).filter((shift) => shift.mine !== null).length;

  const first = await startRunning('--data', data);
  expect(await (await fetch(first.url)).text()).toContain('<html');
  const people = (await (await fetch(`${first.url}/local/people`)).json()) as { openid: string }[];
  expect(people.map(({ openid }) => openid)).toContain('sample-clerk-1');
  const home = await local(first.url).send<Answer<Home>>('sample-clerk-1', 'members.home', STUDIO);
  expect(home).toMatchObject({ ok: true, data: { me: { role: 'staff' } } });

  expect(await mine(first)).toBe(0);
  const gap = (await boardOf(first, 'sample-veteran-3')).find(({ status }) => status === 'gap');
  if (gap === undefined) throw new Error('no gap on the whiteboard');
  const request: Request<'patrols.join'> = {
    ...STUDIO,
    requestId: 'a'.repeat(24),
    shiftId: gap.shiftId,
    post: 'member',
    startsAt: gap.startsAt,
    endsAt: gap.endsAt,
  };
  expect(await local(first.url).send('sample-veteran-3', 'patrols.join', request)).toMatchObject({
    ok: true,
  });
  const count = (await boardOf(first, 'sample-clerk-1')).length;
  expect(await first.stop()).toBe(0);

  const second = await startRunning('--data', data);
  expect(await mine(second)).toBe(1);
  expect(await boardOf(second, 'sample-clerk-1')).toHaveLength(count);
  expect(await second.stop()).toBe(0);

  const third = await startRunning('--data', data, '--reset');
  expect(await mine(third)).toBe(0);
  expect(await third.stop()).toBe(0);
});

describe('ends with one sentence and exit code 1', () => {
  const refused = async (...args: string[]) => {
    const ended = await start(...args);
    if ('url' in ended) throw new Error('it started');
    expect(ended.code).toBe(1);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
    return ended.stderr;
  };

  it('for an option that it does not know', async () => {
    expect(await refused('--prot', '1')).toContain('--prot');
  });

  it('for a port that is none', async () => {
    expect(await refused('--port', 'http')).toContain('"http"');
  });

  it('for a port in use', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => server.once('listening', listening));
    const { port } = server.address() as AddressInfo;
    expect(await refused('--data', folder, '--port', String(port))).toContain(`${port} is in use`);
    server.close();
  });

  it('for a folder that is none', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(await refused('--data', file)).toContain(file);
  });

  it('for a second start on the same data', async () => {
    const first = await startRunning('--data', folder);
    expect(await refused('--data', folder)).toContain('in use');
    expect(await first.stop()).toBe(0);
  });
});
