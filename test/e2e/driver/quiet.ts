import type { Page, Request } from 'playwright-core';

const QUIET_MS = 200;

/** What this page has asked of the cloud and not yet been answered. */
export interface Traffic {
  /** Resolves when the cloud owes no answer for a moment: what came has been drawn. */
  quiet(): Promise<void>;
}

export function watchTraffic(page: Page): Traffic {
  const open = new Set<Request>();
  let changedAt = Date.now();
  const done = (request: Request) => {
    open.delete(request);
    changedAt = Date.now();
  };
  page.on('request', (request) => {
    if (!new URL(request.url()).pathname.startsWith('/client/')) return;
    open.add(request);
    changedAt = Date.now();
  });
  page.on('requestfinished', done);
  page.on('requestfailed', done);
  return {
    quiet: async () => {
      const askedAt = Date.now();
      while (open.size > 0 || Date.now() - Math.max(changedAt, askedAt) < QUIET_MS) {
        await page.waitForTimeout(QUIET_MS / 4);
      }
    },
  };
}
