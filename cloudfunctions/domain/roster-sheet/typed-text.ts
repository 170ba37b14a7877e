import type * as z from 'zod/mini';
import { address, BAD_TEXT, ID_NUMBER, personName } from '../../../typings/contract/fields';
import type { Grid } from '../../../typings/documents/studio';
import { type Cell, plainText } from './cells';
import type { Typed } from './typed-phone';

/** 王 强 → 王强：names are spread to the same width. */
const closed = (text: string) => (/^[\p{Script=Han}\s]+$/u.test(text) ? text.replace(/\s/g, '') : text);

/** Lines below a table that are no person. */
const NO_PERSON = /^(?:合计|总计|小计|共计|总数|备注|说明|注[:：]|填表|制表|审核|填报)/;

export function typedName(cell: Cell | undefined): Typed {
  const text = closed(plainText(cell));
  if (text === '') return null;
  if (NO_PERSON.test(text)) return { problem: 'not_a_person' };
  const read = personName.safeParse(text);
  if (read.success) return { value: read.data };
  if (only(read.error, ID_NUMBER)) return { problem: 'id_number' };
  return { problem: only(read.error, BAD_TEXT) ? 'bad_name' : 'name_too_long' };
}

export function typedAddress(cell: Cell | undefined): Typed {
  const text = plainText(cell);
  if (text === '') return null;
  const read = address.safeParse(text);
  if (read.success) return { value: read.data };
  return { problem: only(read.error, ID_NUMBER) ? 'id_number' : 'bad_address' };
}

const only = (error: z.core.$ZodError, mark: string) => error.issues.every(({ message }) => message === mark);

const NUMBERS = '零一二三四五六七八九十';

/** 第三网格、三网格、网格3、3 → 3; other names as they are. */
function bareGrid(name: string): string {
  const bare = name
    .normalize('NFKC')
    .replace(/[\s第号]|微?网格/g, '')
    .replace(/^十([一二三四五六七八九])$/, '1$1')
    .replace(/[一二三四五六七八九十]/g, (digit) => String(NUMBERS.indexOf(digit)));
  return bare === '' ? name : bare;
}

export function typedGrid(cell: Cell | undefined, grids: readonly Pick<Grid, 'gridId' | 'name'>[]): Typed {
  const text = plainText(cell);
  if (text === '') return null;
  const found =
    grids.find(({ name }) => name === text) ??
    grids.find(({ name, gridId }) => bareGrid(name) === bareGrid(text) || gridId === text.toLowerCase());
  return found ? { value: found.gridId } : { problem: 'unknown_grid' };
}
