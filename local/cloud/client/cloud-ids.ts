import { invalid } from '../errors';
import { APPID } from '../functions/environment';
import type { Parts } from '../parts';
import type { Handler } from '../http/server';
import { clientRoute } from './refusal';
import { isRecord } from '../values/is-record';

const LIFE = 5 * 60_000;
const MOST = 5;

interface OpenData {
  openid: string;
  data: object;
}

export type Opened = { cloudID: string; data: object } | { cloudID: string; errCode: number; errMsg: string };

/** `POST /client/cloudID { openid, kind, data }`: what WeChat gives a phone beside encrypted data. */
export function cloudIdRoute({ tickets, commits, clock }: Parts): Handler {
  return clientRoute(async ({ openid, kind, data }) => {
    if (typeof kind !== 'string' || kind === '') throw invalid('kind is missing');
    if (!isRecord(data)) throw invalid('data must be an object');
    const now = clock.now();
    const watermark = { appid: APPID, timestamp: Math.floor(now / 1000) };
    const body: OpenData = { openid, data: { ...data, watermark } };
    return { cloudID: await commits.write(() => tickets.issue('cloudID', body, now, LIFE)) };
  });
}

/**
 * What a function sees for a CloudID: the data, or why it stays shut.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/signature
 */
export function openCloudId({ tickets, clock }: Parts, cloudID: string, openid: string | null): Opened {
  const ticket = tickets.find<OpenData>('cloudID', cloudID);
  if (ticket === undefined) return { cloudID, errCode: -601005, errMsg: 'cloudID invalid.' };
  if (ticket.expires <= clock.now()) return { cloudID, errCode: -601006, errMsg: 'cloudID expired.' };
  if (ticket.body.openid !== openid) {
    return { cloudID, errCode: -601007, errMsg: 'cloudID does not match the user.' };
  }
  return { cloudID, data: ticket.body.data };
}

/** The fields of a call that hold `CloudID:<id>`, opened; only those at the top that the phone names. */
export function openedFields(parts: Parts, openid: string, data: object, cloudIds: unknown = {}): object {
  if (!isRecord(cloudIds)) throw invalid('cloudIDs must be an object');
  const named = Object.entries(cloudIds);
  if (named.length > MOST) throw invalid(`a call opens at most ${MOST} CloudIDs`);
  const given = new Map<string, unknown>(Object.entries(data));
  return Object.fromEntries(
    named.map(([field, id]) => {
      if (typeof id !== 'string' || given.get(field) !== `CloudID:${id}`) {
        throw invalid(`the field ${field} does not hold its CloudID`);
      }
      return [field, openCloudId(parts, id, openid)];
    }),
  );
}
