import { yearMonth } from '../../../typings/contract/fields';
import { type Cell, plainText } from './cells';
import type { Typed } from './typed-phone';

/** The month that it is: nobody went in or came back later. */
export interface Today {
  year: number;
  month: number;
}

const EARLIEST = 1930;
/** Day 1 is 1900-01-01 and 1900 counts as a leap year, as spreadsheets have it. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
/** Whole numbers between these are days of a date that lost its format. */
const SERIALS = { from: 10_000, to: 60_000 };
const DIGITS = '〇一二三四五六七八九';

const WRITTEN =
  /^(?:(\d{4})|(\d{2})(?=\D))[年./-]?(?:(?<=\D)(\d{1,2})(?:[月./-](?:(\d{1,2})日?)?)?|(\d{2})(\d{2})?)?份?$/;

/** 人们怎么写年月：1978.3、78年3月、1978/03/01、一九七八年三月、表格自己的日期。 */
export function typedMonth(cell: Cell | undefined, today: Today): Typed {
  const shown = plainText(cell);
  const number = cell?.number ?? null;
  if (shown === '' && number === null) return null;
  if (number !== null && (cell?.isDate || isSerial(number))) return fromSerial(number, today);
  const text = asDigits(shown.normalize('NFKC'));
  // The number 1978.1 may have been typed as 1978.10: a number drops its last zero.
  if (number !== null && /^\d+\.1$/.test(text)) return { problem: 'which_month' };
  const [, four, two, apart, , together] = WRITTEN.exec(text) ?? [];
  if (four === undefined && two === undefined) return { problem: 'bad_date' };
  const year = four === undefined ? centuryOf(Number(two), today) : Number(four);
  return checked(year, Number(apart ?? together ?? NaN), today);
}

const isSerial = (number: number) =>
  Number.isInteger(number) && number >= SERIALS.from && number <= SERIALS.to;

function fromSerial(serial: number, today: Today): Typed {
  const day = new Date(DAY_ZERO + Math.floor(serial) * DAY);
  return checked(day.getUTCFullYear(), day.getUTCMonth() + 1, today);
}

/** 78 → 1978, 05 → 2005 */
const centuryOf = (two: number, { year }: Today) => (two > year % 100 ? 1900 : 2000) + two;

/** `month` is NaN where only a year is known. */
function checked(year: number, month: number, today: Today): Typed {
  const value = Number.isNaN(month) ? String(year) : `${year}-${String(month).padStart(2, '0')}`;
  if (year < EARLIEST || !yearMonth.safeParse(value).success) return { problem: 'bad_date' };
  const later = year > today.year || (year === today.year && month > today.month);
  return later ? { problem: 'future_date' } : { value };
}

/** 一九七八年十二月 → 1978年12月; what follows the date is left out. */
function asDigits(text: string): string {
  return text
    .replace(/[零○]/g, '〇')
    .replace(/十([一二])(?=月)/g, '1$1')
    .replace(/十(?=月)/g, '10')
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(/\s*\d{1,2}:\d{2}(?::\d{2})?$/, '')
    .replace(/(?:入伍|参军|退役|退伍|复员|转业)$/, '')
    .replace(/\s/g, '');
}

/** 退役早于入伍。 */
export function crossed(enlisted: string | null, discharged: string | null): boolean {
  if (enlisted === null || discharged === null) return false;
  const length = Math.min(enlisted.length, discharged.length);
  return discharged.slice(0, length) < enlisted.slice(0, length);
}
