import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildFunctions } from '../../../local/build';
import { FUNCTIONS_DIR } from '../../support/studio';

const filesOf = (name: string) =>
  readdirSync(join(FUNCTIONS_DIR, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));
/** Words that only the spreadsheet library and the readings of characters hold. */
const HEAVY = /SheetJS|欧阳/;

test('电子表格和拼音只在花名册的云函数里，它压缩以后不到 2 MB', async () => {
  const { functions } = await buildFunctions();
  const heavy = functions.filter((name) => filesOf(name).some((file) => HEAVY.test(file.toString())));
  expect(heavy).toEqual(['roster']);
  const zipped = filesOf('roster').reduce((sum, file) => sum + gzipSync(file).length, 0);
  process.stdout.write(`the function roster, zipped: ${Math.round(zipped / 1024)} KB\n`);
  expect(zipped).toBeLessThan(2 * 1024 * 1024);
});
