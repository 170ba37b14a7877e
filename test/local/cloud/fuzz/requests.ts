import { NASTY, nastyText, type Random } from './nasty';

export interface FuzzRequest {
  method: string;
  path: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

const ACTIONS = [
  ...['getDocument', 'calculateDocument', 'insertDocument', 'modifyDocument', 'modifyAndReturnDoc'],
  ...['removeDocument', 'addCollection', 'aggregateDocuments', 'startTransaction', 'commitTransaction'],
].map((name) => `database.${name}`);
const OTHER_ACTIONS = [
  'functions.invokeFunction',
  'storage.getUploadMetadata',
  'storage.batchDeleteFile',
  'wx.api',
];
const FIELDS = [
  'query',
  'data',
  'order',
  'projection',
  'limit',
  'offset',
  'multi',
  'merge',
  'upsert',
  'stages',
];
const FIELDS_MORE = [
  'transactionId',
  'queryType',
  'function_name',
  'request_data',
  'path',
  'fileid_list',
  'envName',
];
/** All of the cloud's own; the reset comes too, so what is looked for at the end is put there then. */
const PATHS = [
  ...[
    '/client/callFunction',
    '/local/clock',
    '/local/consents',
    '/local/faults',
    '/local/timer',
    '/local/import',
  ],
  ...[
    '/local/outbox',
    '/local/requests',
    '/local/invocations',
    '/local/people',
    '/_cloud',
    '/_cloud/documents',
    '/_cloud/collections',
    '/_cloud/style.css',
  ],
  ...[
    '/client/getTempFileURL',
    '/client/deleteFile',
    '/client/phoneCode',
    '/client/cloudID',
    '/client/watch',
  ],
  ...['/client/uploadFile', '/local/codes', '/local/templates', '/local/activities', '/local/reset'],
  ...['/storage/file/', '/storage/upload/', '/local/codes/', '/local/backup'],
];
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'];

/** One request that no client would send, the same for the same random numbers. */
export function fuzzRequest(random: Random): FuzzRequest {
  const chance = random();
  if (chance < 0.6) return { method: 'POST', path: '/admin?env=local-huayuan', body: adminBody(random) };
  if (chance < 0.65) return multipart(random);
  if (chance < 0.75) return { method: 'POST', path: pick(random, PATHS), body: nastyText(random) };
  if (chance < 0.85)
    return { method: 'POST', path: pick(random, PATHS), body: JSON.stringify(bodyOf(random)) };
  if (chance < 0.88) return upload(random);
  const query = `?${pick(random, ['since', 'id', 'openid', 'collection', '__proto__'])}=${encodeURIComponent(nastyText(random).slice(0, 500))}`;
  return { method: pick(random, METHODS), path: pick(random, PATHS) + (random() < 0.5 ? query : '') };
}

function adminBody(random: Random): string {
  const text = JSON.stringify({
    envName: 'local-huayuan',
    action: random() < 0.9 ? pick(random, [...ACTIONS, ...OTHER_ACTIONS]) : nasty(random),
    collectionName: random() < 0.7 ? pick(random, ['events', 'members']) : nasty(random),
    ...bodyOf(random),
  });
  return random() < 0.1 ? text.slice(0, Math.floor(random() * text.length)) : text;
}

function bodyOf(random: Random): object {
  const names = [
    ...FIELDS,
    ...FIELDS_MORE,
    'openid',
    'name',
    'data',
    'at',
    'offset',
    'kind',
    'action',
    'count',
  ];
  const entries: [string, unknown][] = [];
  for (let n = Math.floor(random() * 4); n >= 0; n--) {
    const value = random() < 0.6 ? JSON.stringify(nasty(random)) : nasty(random);
    entries.push([pick(random, names), random() < 0.2 ? [value] : value]);
  }
  return Object.fromEntries(entries);
}

function multipart(random: Random): FuzzRequest {
  const part = (name: string, value: string) =>
    `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const api = pick(random, ['subscribeMessage.send', 'security.msgSecCheck', '__proto__', nastyText(random)]);
  const body = part('action', 'wx.openApi') + part('apiName', api) + part('requestData', nastyText(random));
  const headers = { 'content-type': `multipart/form-data; boundary=${random() < 0.8 ? 'x' : ''}` };
  return { method: 'POST', path: '/admin', body: random() < 0.8 ? `${body}--x--` : body, headers };
}

function upload(random: Random): FuzzRequest {
  const path = pick(random, ['a.png', '../../up.png', 'a//b', '%ED%A0%80', '%E0%A4%A', nastyText(random)]);
  const asker = pick(random, ['a', '', '__proto__']);
  const query = `openid=${asker}&path=${random() < 0.5 ? path : encodeURIComponent(path)}`;
  const body = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from(nastyText(random))]);
  return {
    method: pick(random, ['POST', 'PUT']),
    path: `/client/uploadFile?${query.replace(/[^!-~]/g, '%')}`,
    body,
  };
}

function nasty(random: Random): unknown {
  return pick(random, NASTY);
}

export function pick<T>(random: Random, from: readonly T[]): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('nothing to pick from');
  return found;
}
