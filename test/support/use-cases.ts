import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { UseCase } from '../../cloudfunctions/platform/use-case';

const FUNCTIONS = resolve(__dirname, '../../cloudfunctions');

/** Every use case of every function, found in its folder: none can be forgotten. */
export async function useCases(): Promise<UseCase[]> {
  const functions = readdirSync(FUNCTIONS).filter((name) => existsSync(join(FUNCTIONS, name, 'config.json')));
  const files = functions.flatMap((name) =>
    readdirSync(join(FUNCTIONS, name))
      .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
      .map((file) => join(FUNCTIONS, name, file)),
  );
  const modules = await Promise.all(files.map((file) => import(file) as Promise<{ default?: unknown }>));
  return modules.flatMap(({ default: found }) => (isUseCase(found) ? [found] : []));
}

const isUseCase = (found: unknown): found is UseCase =>
  typeof found === 'object' && found !== null && 'action' in found && 'admission' in found;
