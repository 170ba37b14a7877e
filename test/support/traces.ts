import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Which of these texts or bytes stand in any file below a folder. */
export function tracesIn<T extends string | Buffer>(folder: string, wanted: T[]): T[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path).toString('latin1'));
  return wanted.filter((one) => {
    const text = Buffer.from(one as string).toString('latin1');
    return files.some((bytes) => bytes.includes(text));
  });
}
