import { APPID } from '../../functions/environment';
import type { Parts } from '../../parts';
import { pushEvent } from '../../console/push';
import { verdictOf } from '../check-request';
import type { MediaCheck } from './media-checks';
import { judge } from './verdict';

/** So long the check takes: whoever asked has stored its number by then. */
const CHECK_MS = 1_500;
const LARGEST = 10 * 1024 * 1024;
const CANNOT_DOWNLOAD = { errcode: -1008, errmsg: 'download media failed' };

/** Pushes the findings that wait, after the time that a check takes; also those that a crash left. */
export function checkDelivery(parts: Parts): { deliver: () => void; stop: () => void } {
  const timers = new Set<NodeJS.Timeout>();
  const deliver = (): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void pushAll(parts);
    }, CHECK_MS);
    timers.add(timer);
  };
  return { deliver, stop: () => timers.forEach((timer) => clearTimeout(timer)) };
}

async function pushAll(parts: Parts): Promise<void> {
  for (const check of await parts.commits.read(() => parts.mediaChecks.all())) {
    const finding = await findingOf(parts, check);
    if (!(await parts.commits.write(() => parts.mediaChecks.take(check.trace)))) continue;
    await pushEvent(parts, 'wxa_media_check', check.openid, {
      appid: APPID,
      trace_id: check.trace,
      version: 2,
      ...finding,
    });
  }
}

async function findingOf(parts: Parts, { url }: MediaCheck): Promise<object> {
  const content = await download(parts, url);
  if (content === undefined) return CANNOT_DOWNLOAD;
  return { errcode: 0, errmsg: 'ok', ...verdictOf(judge(content), 'content_model') };
}

/** Only the files of this cloud can be reached from here. */
async function download({ storage, addresses, clock }: Parts, url: string): Promise<Buffer | undefined> {
  const address = URL.canParse(url) ? addresses.read(new URL(url).pathname) : undefined;
  const file = address && address.expires > clock.now() ? storage.files.withKey(address.key) : undefined;
  if (file === undefined || file.size > LARGEST) return undefined;
  return storage.blobs.read(file.blob).catch(() => undefined);
}
