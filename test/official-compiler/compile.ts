import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const ROOT = join(__dirname, '../..');

/** Bytes per file as WeChat's own compiler emits them; rejects with what it finds wrong. */
export async function compileOfficially(projectPath: string): Promise<Record<string, number>> {
  return inChild<Record<string, number>>('child.ts', projectPath, 'sizes.json');
}

/** Content per file of miniprogram_npm as WeChat's 构建 npm makes it from the root's package.json. */
export async function packOfficially(): Promise<Record<string, string>> {
  return inChild<Record<string, string>>('pack-child.ts', ROOT, 'packed.json');
}

async function inChild<T>(script: string, projectPath: string, result: string): Promise<T> {
  const output = mkdtempSync(join(tmpdir(), 'official-'));
  try {
    await run(process.execPath, ['--import', 'tsx', join(__dirname, script), projectPath, output], {
      cwd: ROOT,
      timeout: 150_000,
    });
    return JSON.parse(readFileSync(join(output, result), 'utf8')) as T;
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new Error(stderr.split('COMPILE ERROR ')[1] ?? String(error), { cause: error });
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}
