import type { ApiFields } from '../messages';
import type { Look } from './picture';

const VERSIONS = ['release', 'trial', 'develop'];
const [NARROWEST, DEFAULT, WIDEST] = [280, 430, 1280];
export const DEFAULT_LOOK: Look = { width: DEFAULT, line: { r: 0, g: 0, b: 0 }, hyaline: false };

/** What the code interfaces share of their fields; undefined where one is not of its kind. */
export function lookOf(fields: ApiFields): Look | undefined {
  const { width = DEFAULT, env_version: version = 'release', is_hyaline: hyaline = false } = fields;
  const line = lineOf(fields['line_color']);
  if (typeof width !== 'number' || !Number.isInteger(width) || width < NARROWEST || width > WIDEST)
    return undefined;
  if (!VERSIONS.includes(String(version)) || typeof hyaline !== 'boolean' || line === undefined)
    return undefined;
  return { width, line, hyaline };
}

/** Decimal numbers, as numbers or as text. */
function lineOf(color: unknown): Look['line'] | undefined {
  if (color === undefined) return DEFAULT_LOOK.line;
  if (typeof color !== 'object' || color === null) return undefined;
  const { r, g, b } = color as Record<string, unknown>;
  const parts = [r, g, b].map(Number);
  if (!parts.every((part) => Number.isInteger(part) && part >= 0 && part <= 255)) return undefined;
  const [red = 0, green = 0, blue = 0] = parts;
  return { r: red, g: green, b: blue };
}
