import { writeFileSync } from 'node:fs';
import * as ci from 'miniprogram-ci';

type Options = Parameters<typeof ci.getCompiledResult>[0];

// WeChat's server tells these limits at an upload; the compiler needs some, a compilation does not.
const LIMITS = {
  appType: 0,
  platform: false,
  gameApp: false,
  isSandbox: false,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    MaxSubPackageLimit: 100,
    NavigateMiniprogramLimit: 10,
    MinTabbarCount: 2,
    MaxTabbarCount: 5,
    MaxTabbarIconSize: 40,
  },
};

/** Compiles the project at argv[2], with argv[3] as a folder to write to: bytes per file into sizes.json. */
async function main(): Promise<void> {
  const [projectPath = '', output = ''] = process.argv.slice(2);
  // Its worker processes are plain JavaScript and start in the project's folder, where tsx may not be installed.
  process.execArgv = [];
  const project = new ci.Project({
    appid: 'wx0000000000000000',
    type: 'miniProgram',
    projectPath,
    privateKey: 'none',
    ignores: ['node_modules/**/*', '.cache/**/*', 'dist/**/*'],
  });
  Object.assign(project, { attr: () => Promise.resolve(LIMITS) });
  const compiled = (await ci.getCompiledResult(
    {
      project: project as Options['project'],
      version: '1.0.0',
      desc: '',
      setting: { useProjectConfig: true },
      onProgressUpdate: () => undefined,
    },
    `${output}/compiled.zip`,
  )) as Record<string, string | Buffer>;
  const sizes = Object.entries(compiled).map(([path, content]) => [path, Buffer.byteLength(content)]);
  writeFileSync(`${output}/sizes.json`, JSON.stringify(Object.fromEntries(sizes)));
}

// The compiler keeps worker processes that would hold this one.
main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `\nCOMPILE ERROR ${error instanceof Error ? error.message : JSON.stringify(error)}\n`,
    );
    process.exit(1);
  },
);
