import { existsSync, readFileSync } from 'node:fs';
import { CloudError } from '../errors';
import { isRecord } from '../values/is-record';

/**
 * Whom a phone's storage request is allowed to: everybody, nobody, or who uploaded the file. Functions may always.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/storage/security
 */
export type StorageRule = boolean | 'resource.openid == auth.openid';

export interface Push {
  msgType: string;
  event: string;
  function: string;
}

export interface Template {
  id: string;
  title: string;
  /** The keys of `data` that a message must have; absent: whatever the limits allow. */
  fields?: string[];
}

/** What is set by hand in the platform's consoles, and so lies in one file of the repository. */
export interface ConsoleSettings {
  storage: { read: StorageRule; write: StorageRule };
  /** One message type and event goes to one function. */
  push: Push[];
  /** The account's templates of subscription messages. */
  templates: Template[];
  /** The timer that has to run before anybody is served from a restored backup. */
  afterRestore: { function: string; trigger: string } | undefined;
}

const CREATOR = 'resource.openid == auth.openid';

/** Without a file there are no templates and no pushes, and a file is its uploader's alone. */
export function readConsole(file: string): ConsoleSettings {
  const content = existsSync(file) ? load(file) : {};
  if (!isRecord(content)) throw wrong(file, 'must be an object');
  const storage = content['storage'] ?? {};
  if (!isRecord(storage)) throw wrong(file, 'storage must be an object');
  return {
    storage: { read: ruleOf(file, storage['read']), write: ruleOf(file, storage['write']) },
    push: listOf(file, 'push', content['push']).map((one) => ({
      msgType: textOf(file, 'push', one, 'msgType'),
      event: textOf(file, 'push', one, 'event'),
      function: textOf(file, 'push', one, 'function'),
    })),
    templates: listOf(file, 'templates', content['templates']).map((one) => readTemplate(file, one)),
    afterRestore: timerOf(file, content['afterRestore']),
  };
}

function readTemplate(file: string, one: Record<string, unknown>): Template {
  const { fields } = one;
  const named = { id: textOf(file, 'templates', one, 'id'), title: textOf(file, 'templates', one, 'title') };
  if (fields === undefined) return named;
  if (!Array.isArray(fields) || !fields.every((field) => typeof field === 'string')) {
    throw wrong(file, `the fields of ${named.id} must be an array of keys`);
  }
  return { ...named, fields };
}

function timerOf(file: string, timer: unknown): ConsoleSettings['afterRestore'] {
  if (timer === undefined) return undefined;
  if (!isRecord(timer)) throw wrong(file, 'afterRestore must name a function and its trigger');
  const part = (name: string) => textOf(file, 'afterRestore', timer, name);
  return { function: part('function'), trigger: part('trigger') };
}

function ruleOf(file: string, rule: unknown = CREATOR): StorageRule {
  if (typeof rule === 'boolean' || rule === CREATOR) return rule;
  throw wrong(file, `the storage rule ${JSON.stringify(rule)} is not supported`);
}

function listOf(file: string, name: string, list: unknown = []): Record<string, unknown>[] {
  if (Array.isArray(list) && list.every(isRecord)) return list;
  throw wrong(file, `${name} must be an array of objects`);
}

function textOf(file: string, list: string, one: Record<string, unknown>, name: string): string {
  const value = one[name];
  if (typeof value === 'string' && value !== '') return value;
  throw wrong(file, `each of ${list} needs ${name}`);
}

function load(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown;
  } catch (error) {
    throw wrong(file, error instanceof Error ? error.message : 'cannot be read');
  }
}

function wrong(file: string, what: string): CloudError {
  return new CloudError('BAD_CONSOLE', `${file}: ${what}`);
}
