import type { FaultInput } from '../../local/cloud/faults/fault';
import type { Stored } from '../../local/sample/stored';

/** What the local cloud takes and tells besides CloudBase's own protocol. */
export interface Local {
  /** The function's answer; throws when the function itself failed. */
  send<T = unknown>(openid: string, action: string, data: unknown): Promise<T>;
  /** The same with the bytes that went over the wire. */
  ask<T = unknown>(openid: string, action: string, data: unknown): Promise<Asked<T>>;
  load(documents: Iterable<Stored>): Promise<void>;
  /** Empties every collection, and what the cloud itself keeps. */
  reset(): Promise<void>;
  /** Fires one trigger of a function now and gives its result. */
  timer(name: string, trigger: string): Promise<unknown>;
  /** Something goes wrong on demand, until `heal`. */
  fault(...faults: FaultInput[]): Promise<void>;
  heal(): Promise<void>;
  /** What this person's phone puts into storage; its file id, or why not. */
  upload(openid: string, path: string, content: Buffer): Promise<{ fileID?: string; errMsg?: string }>;
  /** The clock there stands still at this time. */
  setClock(at: number): Promise<void>;
  /** Database requests of one call, a person's latest one unless named: its round trips. */
  trips(invocation?: string): Promise<DatabaseRequest[]>;
  invocations(): Promise<Invocation[]>;
  /** Messages for this person, oldest first. */
  outbox(openid: string): Promise<Message[]>;
  /** This person accepts so many messages of a template. */
  consent(openid: string, templateId: string, count?: number): Promise<void>;
}

export interface Asked<T> {
  invocation: string;
  result: T;
  bytesIn: number;
  bytesOut: number;
}

export interface Invocation {
  id: string;
  function: string;
  /** Null where no person called. */
  person: string | null;
  cold: boolean | null;
  error: string | null;
  trips: number;
}

export interface DatabaseRequest {
  invocation: string | null;
  action: string;
  collection: string | null;
  index: string;
  examined: number;
  returned: number;
  bytesIn: number;
  bytesOut: number;
  error: string | null;
}

export interface Message {
  id: number;
  touser: string;
  templateId: string;
  page: string;
  data: Record<string, { value: string }>;
  at: number;
}

interface CallAnswer<T> {
  requestID: string;
  result: T;
  errCode?: number;
  errMsg?: string;
}

export function local(url: string): Local {
  const get = async <T>(path: string): Promise<T> => JSON.parse(await textOf(await fetch(url + path))) as T;
  const post = async (path: string, body: string): Promise<string> =>
    await textOf(
      await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  const invocations = async () =>
    (await get<{ invocations: Invocation[] }>('/local/invocations')).invocations;
  const ask = async <T>(openid: string, action: string, data: unknown): Promise<Asked<T>> => {
    const body = JSON.stringify({ openid, name: action.split('.')[0], data: { action, data } });
    const text = await post('/client/callFunction', body);
    const { requestID, result, errCode, errMsg } = JSON.parse(text) as CallAnswer<T>;
    if (errCode !== undefined && errCode !== 0) throw new Error(`${action}: ${errMsg}`);
    const [bytesIn, bytesOut] = [Buffer.byteLength(body), Buffer.byteLength(text)];
    return { invocation: requestID, result, bytesIn, bytesOut };
  };
  return {
    ask,
    invocations,
    send: async <T>(openid: string, action: string, data: unknown) =>
      (await ask<T>(openid, action, data)).result,
    trips: async (invocation) => {
      const latest = invocation ?? (await invocations()).findLast(({ person }) => person !== null)?.id;
      return (await get<{ requests: DatabaseRequest[] }>(`/local/requests?invocation=${latest}`)).requests;
    },
    outbox: async (openid) =>
      (await get<{ messages: Message[] }>(`/local/outbox?openid=${encodeURIComponent(openid)}`)).messages,
    consent: async (openid, templateId, count = 1) => {
      await post('/local/consents', JSON.stringify({ openid, templateId, count }));
    },
    setClock: async (at) => {
      await post('/local/clock', JSON.stringify({ frozen: true }));
      await post('/local/clock', JSON.stringify({ at }));
    },
    fault: async (...faults) => {
      await post('/local/faults', JSON.stringify(faults));
    },
    heal: async () => {
      await textOf(await fetch(`${url}/local/faults`, { method: 'DELETE' }));
    },
    upload: async (openid, path, content) => {
      const query = new URLSearchParams({ openid, path });
      const body = new Uint8Array(content);
      const answer = await fetch(`${url}/client/uploadFile?${query}`, { method: 'POST', body });
      return (await answer.json()) as { fileID?: string; errMsg?: string };
    },
    reset: async () => {
      await post('/local/reset', '{}');
    },
    timer: async (name, trigger) => {
      const text = await post('/local/timer', JSON.stringify({ function: name, trigger }));
      return (JSON.parse(text) as CallAnswer<unknown>).result;
    },
    load: async (documents) => {
      for (const lines of inChunks(documents, 5_000)) {
        await post('/local/import', lines.map((stored) => JSON.stringify(stored)).join('\n'));
      }
    },
  };
}

async function textOf(response: Response): Promise<string> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(response.url).pathname}: ${response.status} ${text}`);
  return text;
}

function* inChunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length < size) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
