import { sendJson } from '../http/exchange';
import type { Ring } from '../http/ring';
import type { Handler } from '../http/server';
import type { RequestRecord } from '../http/wire';
import type { InvocationRecord } from '../functions/runner';

export function requestsRoute(ring: Ring<RequestRecord>): Handler {
  return (_, response, url) => {
    const invocation = url.searchParams.get('invocation');
    const records = ring
      .since(sinceOf(url))
      .filter((one) => invocation === null || one.invocation === invocation);
    sendJson(response, 200, { last: ring.last, requests: records });
  };
}

export function invocationsRoute(ring: Ring<InvocationRecord>): Handler {
  return (_, response, url) => {
    const invocation = url.searchParams.get('invocation');
    const records = ring.since(sinceOf(url)).filter((one) => invocation === null || one.id === invocation);
    sendJson(response, 200, { last: ring.last, invocations: records });
  };
}

function sinceOf(url: URL): number {
  return Number(url.searchParams.get('since') ?? 0) || 0;
}
