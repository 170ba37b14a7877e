import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { phoneHandler } from '../../../local/phone';

type Consent = { openid: string; templateId: string; count: number };
type Call = { openid: string; name: string; data: unknown };
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
  messages: Message[] = [];
  activities: Record<string, { state: number; members: number; limit: number }> = {};
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
    const body = req.method === 'POST' ? JSON.parse(await text(req)) : null;
    const send = (value: unknown): true => {
      res.setHeader('content-type', 'application/json').end(JSON.stringify(value));
      return true;
    };
    switch (url.pathname) {
      case '/client/callFunction':
        this.calls.push(body as Call);
        return send(answerCall(body as Call));
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
        return send(this.clock);
      default:
        return false;
    }
  }
}

function answerCall({ openid, name, data }: Call): object {
  if (name === 'crash') return { requestID: 'r', errCode: -504002, errMsg: 'the function exited' };
  return { requestID: 'r', result: { openid, data } };
}

async function text(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
