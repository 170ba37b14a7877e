import type { Stored } from '../../local/sample/stored';

/** What the local cloud takes and tells besides CloudBase's own protocol. */
export interface Local {
  /** Any envelope as any person; throws when the function itself failed. */
  send<T = unknown>(openid: string, action: string, data: unknown): Promise<T>;
  load(documents: Iterable<Stored>): Promise<void>;
  /** The clock there stands still at this time. */
  setClock(at: number): Promise<void>;
  /** Calls and the database requests that they made, oldest first. */
  invocations(): Promise<Invocation[]>;
  /** Database requests of one call, the latest unless named: its round trips. */
  trips(requestID?: string): Promise<DatabaseRequest[]>;
  /** Messages for this person. */
  outbox(openid: string): Promise<Message[]>;
  /** This person will accept so many messages. */
  consent(openid: string, templateId: string, count?: number): Promise<void>;
}

export interface Invocation {
  requestID: string;
  name: string;
  openid: string;
}

export interface DatabaseRequest {
  requestID: string;
  action: string;
  collection: string;
  examined: number;
}

export interface Message {
  openid: string;
  templateId: string;
  data: Record<string, unknown>;
}

interface CallAnswer {
  requestID: string;
  result?: unknown;
  errCode?: number;
  errMsg?: string;
}

export function local(url: string): Local {
  const get = async <T>(path: string) => await read<T>(await fetch(url + path));
  const post = async <T>(path: string, body: string) =>
    await read<T>(
      await fetch(url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    );
  const trips = async (requestID?: string) => {
    const invocations = await get<Invocation[]>('/local/invocations');
    const wanted = requestID ?? invocations.at(-1)?.requestID;
    return (await get<DatabaseRequest[]>('/local/requests')).filter(
      (request) => request.requestID === wanted,
    );
  };
  return {
    trips,
    invocations: () => get('/local/invocations'),
    outbox: async (openid) =>
      (await get<Message[]>('/local/outbox')).filter((message) => message.openid === openid),
    consent: async (openid, templateId, count = 1) => {
      await post('/local/consents', JSON.stringify({ openid, templateId, count }));
    },
    setClock: async (at) => {
      await post('/local/clock', JSON.stringify({ at, frozen: true }));
    },
    load: async (documents) => {
      await post('/local/import', [...documents].map((stored) => JSON.stringify(stored)).join('\n'));
    },
    send: async <T>(openid: string, action: string, data: unknown) => {
      const body = JSON.stringify({ openid, name: action.split('.')[0], data: { action, data } });
      const answer = await post<CallAnswer>('/client/callFunction', body);
      if (answer.errCode !== undefined && answer.errCode !== 0) {
        throw new Error(`${action}: ${answer.errCode} ${answer.errMsg}`);
      }
      return answer.result as T;
    },
  };
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.url}: ${response.status} ${text}`);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
