import { readFileSync } from 'node:fs';
import { CloudError } from '../errors';
import { isRecord } from '../values/is-record';

/** What a phone's query of a collection must name: each field with this value, `{openid}` being who asks. */
export type ClientRule = Record<string, string | number | boolean>;

const OPENID = '{openid}';

/**
 * The `client` part of each collection's declaration; without one no phone reads it. As on the platform, a query is allowed
 * when it says itself what the rule demands.
 * https://developers.weixin.qq.com/miniprogram/dev/wxcloudservice/wxcloud/guide/database/security-rules
 */
export function readClientRules(collectionsFile: string): Map<string, ClientRule> {
  const content = JSON.parse(readFileSync(collectionsFile, 'utf8')) as Record<string, { client?: unknown }>;
  const rules = new Map<string, ClientRule>();
  for (const [name, { client }] of Object.entries(content)) {
    if (client === undefined) continue;
    if (!isRule(client))
      throw new CloudError(
        'BAD_COLLECTIONS',
        `${collectionsFile}: ${name}.client must be like { "where": { "field": "value" } }`,
      );
    rules.set(name, client.where);
  }
  return rules;
}

export function ruleAllows(
  rule: ClientRule | undefined,
  where: Record<string, unknown>,
  openid: string,
): boolean {
  if (rule === undefined) return false;
  return Object.entries(rule).every(([field, value]) => {
    const asked = Object.hasOwn(where, field) ? where[field] : undefined;
    return asked === (value === OPENID ? openid : value);
  });
}

/** A phone may write `{openid}` for its own. */
export function openidFilled(where: Record<string, unknown>, openid: string): Record<string, unknown> {
  const filled = (value: unknown): unknown => (value === OPENID ? openid : value);
  return Object.fromEntries(Object.entries(where).map(([field, value]) => [field, filled(value)]));
}

function isRule(client: unknown): client is { where: ClientRule } {
  if (!isRecord(client) || !isRecord(client['where'])) return false;
  return Object.values(client['where']).every((value) =>
    ['string', 'number', 'boolean'].includes(typeof value),
  );
}
