import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import type { Figures, Section } from './section';
import { cloudSpeed } from './sections/cloud-speed';
import { coldStart } from './sections/cold-start';
import { crash } from './sections/crash';
import { examined } from './sections/examined';
import { firstScreen } from './sections/first-screen';
import { idle } from './sections/idle';
import { kill } from './sections/kill';
import { mainPackage } from './sections/main-package';
import { million } from './sections/million';
import { phone } from './sections/phone';
import { race } from './sections/race';
import { sizes } from './sections/sizes';
import { trips } from './sections/trips';

const SECTIONS: Record<string, Section> = {
  sizes,
  cold: coldStart,
  start: firstScreen,
  trips,
  examined,
  race,
  crash,
  kill,
  idle,
  'cloud-speed': cloudSpeed,
  million,
  phone,
  package: mainPackage,
};

/** `npm run bench -- --json FILE --only race,trips` */
async function main(): Promise<void> {
  const { json, only } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string' } },
  }).values;
  const figures: Figures = { node: process.version, platform: `${process.platform} ${process.arch}` };
  for (const name of only?.split(',') ?? Object.keys(SECTIONS)) {
    const section = SECTIONS[name];
    if (!section) throw new Error(`No section ${name}; there are ${Object.keys(SECTIONS).join(', ')}.`);
    process.stdout.write(`\n${section.title}\n`);
    const found = await section.run();
    figures[name] = found;
    print(found, '  ');
    if (json !== undefined) writeFileSync(json, `${JSON.stringify(figures, null, 2)}\n`);
  }
}

/** Figures side by side stand on one line. */
function print(figures: Figures, indent: string): void {
  for (const [name, figure] of Object.entries(figures)) {
    if (typeof figure !== 'object') {
      process.stdout.write(`${indent}${name}: ${figure}\n`);
      continue;
    }
    const inline = lineOf(figure);
    process.stdout.write(`${indent}${name}${inline === null ? '' : `: ${inline}`}\n`);
    if (inline === null) print(figure, `${indent}  `);
  }
}

function lineOf(figures: Figures): string | null {
  const parts: string[] = [];
  for (const [name, figure] of Object.entries(figures)) {
    if (typeof figure === 'object') return null;
    parts.push(`${name} ${figure}`);
  }
  return parts.join(', ');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
