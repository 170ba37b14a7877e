import { parseArgs } from 'node:util';
import { CloudError, invalid } from '../errors';
import { backup } from './backup';
import { restore } from './restore';

/** `npm run backup -- --data DIR --to FILE`, `npm run restore -- --data DIR --from FILE [--replace] [--erasures FILE]` */
async function main(command: string | undefined, args: string[]): Promise<string> {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: 'string', default: '.data' },
      to: { type: 'string' },
      from: { type: 'string' },
      collections: { type: 'string', default: 'cloudfunctions/collections.json' },
      replace: { type: 'boolean', default: false },
      erasures: { type: 'string' },
    },
  });
  const { data, to, from, collections, replace, erasures } = values;
  if (command === 'backup') {
    if (to === undefined) throw invalid('--to FILE is missing');
    await backup(data, to);
    return `${data} is in ${to}`;
  }
  if (from === undefined) throw invalid('--from FILE is missing');
  const count = await restore({
    ...{ dataDir: data, file: from, collectionsFile: collections, replace },
    ...(erasures === undefined ? {} : { erasuresFile: erasures }),
  });
  return `${count} documents of ${from} are in ${data}`;
}

const [command, ...args] = process.argv.slice(2);
main(command, args).then(
  (said) => process.stdout.write(`${said}\n`),
  (error: unknown) => {
    const known = error instanceof CloudError || error instanceof TypeError;
    process.stderr.write(`${error instanceof Error && !known ? error.stack : (error as Error).message}\n`);
    process.exitCode = 1;
  },
);
