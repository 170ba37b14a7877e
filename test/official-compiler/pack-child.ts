import { writeFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ci from 'miniprogram-ci';
import { filesBelow } from '../../local/build/files';

/** Packs the dependencies of argv[2]/package.json and writes packed.json into the folder argv[3]. */
async function main(): Promise<void> {
  const [projectPath = '', output = ''] = process.argv.slice(2);
  await ci.packNpmManually({
    packageJsonPath: join(projectPath, 'package.json'),
    miniprogramNpmDistDir: output,
  });
  const packed = join(output, 'miniprogram_npm');
  const files = (await filesBelow(packed)).map((file) => [file, readFileSync(join(packed, file), 'utf8')]);
  writeFileSync(join(output, 'packed.json'), JSON.stringify(Object.fromEntries(files)));
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `\nCOMPILE ERROR ${error instanceof Error ? error.message : JSON.stringify(error)}\n`,
    );
    process.exit(1);
  },
);
