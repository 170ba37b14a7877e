import { failed } from '../../errors';
import { isDoc, typeName, type Value } from '../../values/value';
import type { Form } from '../expression';
import { isNone, type Compile, type Expression, type Result, type Scope } from '../scope';
import { named } from './forms';

const DAY = 86_400_000;
const ZONES: Record<string, number> = { UTC: 0, GMT: 0, 'Asia/Shanghai': 480, PRC: 480 };

/** Minutes east of Greenwich; zones with a summer time are not known here. */
function offsetOf(zone: Result): number {
  if (zone === undefined) return 0;
  if (typeof zone === 'string' && Object.hasOwn(ZONES, zone)) return ZONES[zone] ?? 0;
  const [, sign, hours, minutes = '0'] =
    /^([+-])(\d\d)(?::?(\d\d))?$/.exec(typeof zone === 'string' ? zone : '') ?? [];
  if (sign === undefined) throw failed(`the time zone ${JSON.stringify(zone)} is not supported`);
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** A date whose UTC fields read as the clock on the wall there. */
function wall(date: Result, zone: Result): Date | null {
  if (isNone(date) || zone === null) return null;
  if (!(date instanceof Date)) throw failed(`can't convert from BSON type ${typeName(date)} to Date`);
  return new Date(date.getTime() + offsetOf(zone) * 60_000);
}

const dayOfYear = (at: Date): number =>
  Math.floor((at.getTime() - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY) + 1;

/** ISO weeks begin on Monday; a week belongs to the year of its Thursday. */
function thursday(at: Date): Date {
  return new Date(at.getTime() + (4 - (at.getUTCDay() || 7)) * DAY);
}

const isoWeek = (at: Date): number => Math.ceil(dayOfYear(thursday(at)) / 7);

const PARTS: Record<string, (at: Date) => number> = {
  $year: (at) => at.getUTCFullYear(),
  $month: (at) => at.getUTCMonth() + 1,
  $dayOfMonth: (at) => at.getUTCDate(),
  $hour: (at) => at.getUTCHours(),
  $minute: (at) => at.getUTCMinutes(),
  $second: (at) => at.getUTCSeconds(),
  $millisecond: (at) => at.getUTCMilliseconds(),
  $dayOfWeek: (at) => at.getUTCDay() + 1,
  $dayOfYear: dayOfYear,
  $isoDayOfWeek: (at) => at.getUTCDay() || 7,
  $isoWeek: isoWeek,
  $isoWeekYear: (at) => thursday(at).getUTCFullYear(),
};

/** `{ $year: date }` or `{ $year: { date, timezone } }`. */
function part(name: string, of: (at: Date) => number): Form {
  return (operand, compile) => {
    const parts =
      isDoc(operand) && 'date' in operand ? named(name, operand, ['date'], ['timezone']) : undefined;
    const date = compile(parts?.['date'] ?? single(operand));
    const zone = optional(parts?.['timezone'], compile);
    return (scope) => {
      const at = wall(date(scope), zone(scope));
      return at && of(at);
    };
  };
}

function single(operand: Value): Value {
  return Array.isArray(operand) && operand.length === 1 ? (operand[0] ?? null) : operand;
}

function optional(expression: Value | undefined, compile: Compile): Expression {
  return expression === undefined ? () => undefined : compile(expression);
}

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

const SPECIFIERS: Record<string, (at: Date) => string> = {
  Y: (at) => pad(at.getUTCFullYear(), 4),
  m: (at) => pad(at.getUTCMonth() + 1),
  d: (at) => pad(at.getUTCDate()),
  H: (at) => pad(at.getUTCHours()),
  M: (at) => pad(at.getUTCMinutes()),
  S: (at) => pad(at.getUTCSeconds()),
  L: (at) => pad(at.getUTCMilliseconds(), 3),
  j: (at) => pad(dayOfYear(at), 3),
  w: (at) => String(at.getUTCDay() + 1),
  u: (at) => String(at.getUTCDay() || 7),
  V: (at) => pad(isoWeek(at)),
  G: (at) => pad(thursday(at).getUTCFullYear(), 4),
  '%': () => '%',
};

const dateToString: Form = (operand, compile) => {
  const parts = named('$dateToString', operand, ['date'], ['format', 'timezone', 'onNull']);
  const date = compile(parts['date'] ?? null);
  const zone = optional(parts['timezone'], compile);
  const onNull = compile(parts['onNull'] ?? null);
  const { format = '%Y-%m-%dT%H:%M:%S.%LZ' } = parts;
  if (typeof format !== 'string') throw failed('$dateToString requires that format be a string');
  return (scope: Scope) => {
    const at = wall(date(scope), zone(scope));
    if (at === null) return onNull(scope);
    return format.replace(/%(.?)/g, (_, letter: string) => {
      const specifier = Object.hasOwn(SPECIFIERS, letter) ? SPECIFIERS[letter] : undefined;
      if (specifier === undefined) throw failed(`Invalid format character '%${letter}' in format string`);
      return specifier(at);
    });
  };
};

const toDate: Form = (operand, compile) => {
  const value = compile(single(operand));
  return (scope) => {
    const found = value(scope);
    if (isNone(found)) return null;
    const date = typeof found === 'number' || typeof found === 'string' ? new Date(found) : found;
    if (date instanceof Date && !Number.isNaN(date.getTime())) return date;
    throw failed(`Unsupported conversion from ${typeName(found)} to date in $toDate`);
  };
};

export const DATES: Record<string, Form> = {
  ...Object.fromEntries(Object.entries(PARTS).map(([name, of]) => [name, part(name, of)])),
  $dateToString: dateToString,
  $toDate: toDate,
};
