import { type CellObject, utils, write } from '@e965/xlsx';
import { SAMPLE_ENVIRONMENT } from '../../../local/sample/keys';
import type { Answer, Response } from '../../../typings/contract';
import type { RosterEntryDocument } from '../../../typings/documents/roster-entry';
import { aMember, aStudio, memberIdOf, openidOf, STUDIO } from '../../support/makers';
import { stored } from '../../support/stored';
import { documentsOf, type RunningStudio, startStudio } from '../../support/studio';

/** 北京时间 2026年11月23日 18:00 */
export const NOW = Date.parse('2026-11-23T10:00:00Z');
export const OTHER = 'other';

export type Value = string | number | null | CellObject;

/** An .xlsx as a spreadsheet program saves it; `change` reaches what rows and values cannot say. */
export function workbook(
  lines: Value[][],
  change: (sheet: ReturnType<typeof utils.aoa_to_sheet>) => void = () => undefined,
): Buffer {
  const sheet = utils.aoa_to_sheet(lines);
  change(sheet);
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '花名册');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** So many people, each with a phone, a grid, an address and both dates. */
export const village = (count: number, address = '号') => [
  ['姓名', '手机号', '网格', '住址', '入伍时间', '退役时间'],
  ...Array.from({ length: count }, (_, index) => [
    `样例${index}`,
    `138${String(index).padStart(8, '0')}`,
    index % 2 ? '第一网格' : '第二网格',
    `花园村东一弄${index}${address}`,
    '1978年3月',
    '1982年11月',
  ]),
];

/** The station's office: a clerk, a deputy, and another village's clerk; anew before each test. */
export function anOffice() {
  let running: RunningStudio;
  const studio = () => running;
  beforeAll(async () => {
    Object.assign(process.env, SAMPLE_ENVIRONMENT);
    running = await startStudio({ now: NOW });
  });
  afterAll(() => running.close());
  beforeEach(async () => {
    await running.reset();
    await running.setClock(NOW);
    await load(
      aStudio({ staff: [memberIdOf('clerk'), memberIdOf('deputy')] }),
      aStudio({ _id: OTHER, staff: [memberIdOf('foreign')] }),
      aMember('clerk', { role: 'staff' }),
      aMember('deputy', { role: 'staff' }),
      aMember('foreign', { role: 'staff', studioId: OTHER }),
    );
  });

  const load = (...docs: Parameters<typeof stored>) => running.load(stored(...docs));
  const clerk = openidOf('clerk');

  async function put(path: string, file: Uint8Array, who: string): Promise<string> {
    const query = new URLSearchParams({ openid: who, path });
    const response = await fetch(`${running.url}/client/uploadFile?${query}`, {
      method: 'POST',
      body: new Uint8Array(file),
    });
    const { fileID } = (await response.json()) as { fileID?: string };
    if (fileID === undefined) throw new Error('the storage took no file');
    return fileID;
  }
  /** As the phone does: ask where, then bring the file there. */
  async function upload(file: Uint8Array, who = clerk, studioId = STUDIO): Promise<string> {
    const answer = await running.call(who, 'roster.upload', { studioId });
    if (!answer.ok) throw new Error(answer.code);
    return put(answer.data.path, file, who);
  }
  const preview = (fileId: string, who = clerk, studioId = STUDIO) =>
    running.call(who, 'roster.preview', { studioId, fileId });
  const look = async (file: Uint8Array) => dataOf(await preview(await upload(file)));
  const bring = (fileId: string, digest: string, who = clerk) =>
    running.call(who, 'roster.import', { studioId: STUDIO, fileId, digest });

  /** Upload, look, confirm, until it is over; how many calls that took. */
  async function importSheet(file: Uint8Array, who = clerk) {
    const fileId = await upload(file, who);
    const { digest } = dataOf(await preview(fileId, who));
    return { fileId, digest, ...(await finish(fileId, digest, who)) };
  }
  async function finish(fileId: string, digest: string, who = clerk) {
    for (let calls = 1; calls < 50; calls++) {
      const { finished, done, total } = dataOf(await bring(fileId, digest, who));
      if (finished) return { calls, done, total };
    }
    throw new Error('the import does not end');
  }
  const roster = (studioId = STUDIO) =>
    documentsOf<RosterEntryDocument>(`${running.url}/admin`, 'rosterEntries', { studioId });
  const fault = async (body: object) => {
    await fetch(`${running.url}/local/faults`, { method: 'POST', body: JSON.stringify(body) });
  };
  const noFaults = async () => void (await fetch(`${running.url}/local/faults`, { method: 'DELETE' }));
  return {
    studio,
    load,
    clerk,
    put,
    upload,
    preview,
    look,
    bring,
    importSheet,
    finish,
    roster,
    fault,
    noFaults,
  };
}

export function dataOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.code);
  return answer.data;
}

export type Preview = Response<'roster.preview'>;
