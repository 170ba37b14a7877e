import { connect, type Socket } from 'node:net';

const HEAD =
  'POST /admin?env=local-huayuan HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\n';

/** One connection that is kept and does nothing but send a body and wait for the answer's end. */
export class Client {
  private constructor(private readonly socket: Socket) {}

  static open(port: number): Promise<Client> {
    return new Promise((done, fail) => {
      const socket = connect(port, '127.0.0.1', () => done(new Client(socket)));
      socket.setNoDelay(true);
      socket.once('error', fail);
    });
  }

  send(body: string): Promise<string> {
    return new Promise((done, fail) => {
      const chunks: Buffer[] = [];
      let [wanted, got] = [Infinity, 0];
      const take = (chunk: Buffer): void => {
        chunks.push(chunk);
        got += chunk.length;
        if (wanted === Infinity) wanted = lengthOf(Buffer.concat(chunks));
        if (got < wanted) return;
        this.socket.off('data', take);
        const answer = Buffer.concat(chunks).toString('utf8');
        if (answer.startsWith('HTTP/1.1 200')) done(answer.slice(answer.indexOf('\r\n\r\n') + 4));
        else fail(new Error(answer.slice(0, 200)));
      };
      this.socket.on('data', take);
      this.socket.write(`${HEAD}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
  }

  close(): void {
    this.socket.destroy();
  }
}

function lengthOf(answer: Buffer): number {
  const end = answer.indexOf('\r\n\r\n');
  const size = /content-length: (\d+)/i.exec(answer.toString('latin1', 0, Math.max(0, end)))?.[1];
  return end < 0 || size === undefined ? Infinity : end + 4 + Number(size);
}

/** Answers per second of so many connections at once, over so many requests. */
export async function rateOf(
  port: number,
  count: number,
  connections: number,
  bodyOf: (i: number) => string,
) {
  const clients = await Promise.all(Array.from({ length: connections }, () => Client.open(port)));
  let next = 0;
  const began = performance.now();
  await Promise.all(
    clients.map(async (client) => {
      while (next < count) await client.send(bodyOf(next++));
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  clients.forEach((client) => client.close());
  return count / seconds;
}
