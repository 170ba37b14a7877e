import type { RowProblem } from '../../../typings/contract';
import { mobile } from '../../../typings/contract/fields';
import { type Cell, plainText } from './cells';

/** What a cell came to, or why it cannot be taken; null where it says nothing. */
export type Typed = { value: string } | { problem: RowProblem } | null;

const SEPARATORS = /[/、,;|]|和|或/;
const LANDLINE = /^(?:0\d{9,11}|[2-8]\d{6,7}|[48]00\d{7})$/;
/** What a spreadsheet makes of a long number: its last digits are gone. */
const SCIENTIFIC = /^\d(?:\.\d+)?e\+?\d+$/i;
const ID_CARD = /^(?:\d{17}[\dx]|\d{15})$/i;

/** 人们怎么写手机号：空格、短横、+86、写成数字。 */
export function typedPhone(cell: Cell | undefined): Typed {
  const shown = plainText(cell);
  const number = cell?.number ?? null;
  const text = number !== null && Number.isSafeInteger(number) ? String(number) : shown.normalize('NFKC');
  if (text === '') return null;
  if (SCIENTIFIC.test(text)) return { problem: 'digits_lost' };
  const parts = text
    .replace(/\(\D*\)/g, '')
    .split(SEPARATORS)
    .map(digitsOf)
    .filter((part) => part !== '');
  if (parts.length > 1) return { problem: 'several_phones' };
  const [digits = ''] = parts;
  if (mobile.safeParse(digits).success) return { value: digits };
  if (mobile.safeParse(digits.slice(0, 11)).success && mobile.safeParse(digits.slice(11)).success)
    return { problem: 'several_phones' };
  if (ID_CARD.test(digits)) return { problem: 'id_number' };
  return { problem: LANDLINE.test(digits) ? 'landline' : 'bad_phone' };
}

/** +86 138-0000-0000 → 13800000000; what is no digit otherwise stays, and is wrong. */
const digitsOf = (text: string) =>
  text
    .replace(/[\s\-–—‐‑·.()]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '')
    .replace(/^电话|^手机/, '');
