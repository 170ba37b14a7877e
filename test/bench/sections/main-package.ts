import { resolve } from 'node:path';
import { packNpm } from '../../../local/build';
import { compileOfficially } from '../../official-compiler/compile';
import { type Section, rounded } from '../section';

export const mainPackage: Section = {
  title: 'Main package by the official compiler, in KB',
  async run() {
    await packNpm();
    const sizes = Object.values(await compileOfficially(resolve(__dirname, '../../..')));
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    return { files: sizes.length, KB: rounded(bytes / 1024, 1) };
  },
};
