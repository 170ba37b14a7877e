import { watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { compilePhone, type PhoneOptions } from './compiler/compile';
import { phoneHandler } from './handler';

/** Where the phones wait for the next version of the app. */
const CHANGES = '/phone/changes';

/** An editor saves in several steps; the phone is compiled once they are over. */
const SETTLE_MS = 60;

export type WatchedPhone = {
  handler: (req: IncomingMessage, res: ServerResponse) => void;
  close: () => void;
};

/**
 * Serves the compiled phone, compiles it again when a source is saved, and tells the open phones (server-sent
 * events: `compiled`). A mistake in a source is written into the app's data, so the phone shows it with its place.
 */
export function watchPhone(options: PhoneOptions): WatchedPhone {
  const phones = new Set<ServerResponse>();
  const files = phoneHandler(options.outDir);
  let timer: NodeJS.Timeout | undefined;
  let work = Promise.resolve();

  const compile = async (): Promise<void> => {
    // The compiler leaves a mistake in the app's data, where the phone finds it.
    await compilePhone(options).catch(() => undefined);
    for (const phone of phones) phone.write('event: compiled\ndata: {}\n\n');
  };
  const watcher = watch(options.miniprogramDir, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      work = work.then(compile);
    }, SETTLE_MS);
  });
  return {
    handler(req, res) {
      if (new URL(req.url ?? '/', 'http://phone').pathname !== CHANGES) return files(req, res);
      res.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
      res.write(': open\n\n');
      phones.add(res);
      res.on('close', () => phones.delete(res));
    },
    close() {
      clearTimeout(timer);
      watcher.close();
      for (const phone of phones) phone.destroy();
    },
  };
}
