import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { phoneHandler } from '../../../local/phone';

type Consent = { openid: string; templateId: string; count: number };
type Call = { openid: string; name: string; data: unknown; cloudIDs?: Record<string, string> };
type Message = { id: string; touser: string; templateId: string; page: string; data: object; at: number };

export const PEOPLE = [
  { openid: 'wang', name: '王班长', label: '老兵' },
  { openid: 'li', name: '李书记', label: '干部' },
];

/** As much of the local cloud as the phone asks for; remembers what it was asked. */
export class FakeCloud {
  readonly calls: Call[] = [];
  readonly consents: Consent[] = [];
  readonly paths: string[] = [];
  readonly files = new Map<string, Buffer>();
  messages: Message[] = [];
  codes: object[] = [];
  templates = [
    { id: '提醒模板', title: '值勤提醒' },
    { id: '变更模板', title: '变更提醒' },
  ];
  watched: { _id: string }[] = [];
  watchRefusal: object | null = null;
  /** While it is set, an upload waits here for its answer. */
  holdUpload: Promise<void> | null = null;
  activities: Record<string, { state: number; members: string | null; limit: string | null }> = {};
  clock = { now: 0, offset: 0, frozen: false };
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async start(phoneDir: string): Promise<FakeCloud> {
    const files = phoneHandler(phoneDir);
    const server = createServer(
      (req, res) => void fake.answer(req, res).then((done) => done || files(req, res)),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const fake = new FakeCloud(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    return fake;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(req: IncomingMessage, res: ServerResponse): Promise<boolean> {
    const url = new URL(req.url ?? '/', this.url);
    this.paths.push(url.pathname);
    if (url.pathname === '/client/uploadFile') return this.upload(req, res, url);
    const body = req.method === 'POST' ? JSON.parse(await text(req)) : null;
    const send = (value: unknown): true => {
      res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
      return true;
    };
    switch (url.pathname) {
      case '/client/callFunction':
        this.calls.push(body as Call);
        return send(answerCall(body as Call));
      case '/client/getTempFileURL':
        return send({ fileList: (body as { fileList: string[] }).fileList.map((id) => this.tempUrl(id)) });
      case '/client/deleteFile':
        return send({
          fileList: (body as { fileList: string[] }).fileList.map((fileID) =>
            this.files.delete(fileID)
              ? { fileID, status: 0, errMsg: 'ok' }
              : { fileID, status: -503003, errMsg: 'file not exist' },
          ),
        });
      case '/client/phoneCode':
        return send({ code: `code-of-${(body as Call).openid}` });
      case '/client/watch':
        return send(this.watchRefusal ?? { docs: this.watched });
      case '/local/codes':
        return send(this.codes);
      case '/local/templates':
        return send(this.templates);
      case '/stored':
        return this.stored(res, url.searchParams.get('id') ?? '');
      case '/local/people':
        return send(PEOPLE);
      case '/local/outbox':
        return send({
          messages: this.messages.filter((one) => one.touser === url.searchParams.get('openid')),
        });
      case '/local/consents':
        this.consents.push(body as Consent);
        return send({});
      case '/local/activities': {
        const activity = this.activities[url.searchParams.get('id') ?? ''];
        if (activity) return send(activity);
        res.writeHead(404).end();
        return true;
      }
      case '/local/clock':
        if (body) this.moveClock(body as { at?: number; offset?: number; frozen?: boolean });
        return send(this.clock.frozen ? this.clock : { ...this.clock, now: Date.now() + this.clock.offset });
      default:
        return false;
    }
  }

  private moveClock({
    at,
    offset,
    frozen = this.clock.frozen,
  }: {
    at?: number;
    offset?: number;
    frozen?: boolean;
  }) {
    const moved = offset ?? (at === undefined ? this.clock.offset : at - Date.now());
    this.clock = { now: Date.now() + moved, offset: moved, frozen };
  }

  private async upload(req: IncomingMessage, res: ServerResponse, url: URL): Promise<true> {
    const bytes = await body(req);
    await this.holdUpload;
    const path = url.searchParams.get('path') ?? '';
    const fileID = `cloud://local-sample.local/${path}`;
    const refused = path.endsWith('.exe');
    if (!refused) this.files.set(fileID, bytes);
    const answer = refused ? { errCode: -503001, errMsg: 'wrong type' } : { fileID };
    res.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    return true;
  }

  private tempUrl(fileID: string): object {
    const tempFileURL = `${this.url}/stored?id=${encodeURIComponent(fileID)}`;
    return this.files.has(fileID)
      ? { fileID, tempFileURL, status: 0, errMsg: 'ok' }
      : { fileID, tempFileURL: '', status: -503003, errMsg: 'file not exist' };
  }

  private stored(res: ServerResponse, fileID: string): true {
    const bytes = this.files.get(fileID);
    res.writeHead(bytes ? 200 : 404).end(bytes);
    return true;
  }
}

function answerCall({ openid, name, data }: Call): object {
  if (name === 'crash') return { requestID: 'r', errCode: -504002, errMsg: 'the function exited' };
  return { requestID: 'r', result: { openid, data } };
}

async function body(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const text = async (req: IncomingMessage): Promise<string> => (await body(req)).toString('utf8');
