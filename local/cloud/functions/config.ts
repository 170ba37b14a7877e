import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CloudError } from '../errors';

export interface Trigger {
  name: string;
  config: string;
}

export interface FunctionConfig {
  name: string;
  file: string;
  version: string;
  timeoutMs: number;
  memoryMb: number;
  openapi: string[];
  triggers: Trigger[];
}

const NAME = /^[A-Za-z][\w-]{0,59}$/;

export function listFunctions(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((name) => NAME.test(name) && existsSync(join(dir, name, 'index.js')));
}

/** What `config.json` says of a function, with the platform's defaults: 3 seconds and 256 MB. */
export function readFunction(dir: string, name: string): FunctionConfig {
  const file = join(dir, name, 'index.js');
  if (!NAME.test(name) || !existsSync(file)) {
    throw new CloudError(
      'FUNCTION_NOT_FOUND',
      `[ResourceNotFound.FunctionName] the function ${name} was not found`,
    );
  }
  const config = readConfig(join(dir, name, 'config.json'));
  const { permissions, triggers } = config;
  const openapi =
    isRecord(permissions) && Array.isArray(permissions['openapi']) ? permissions['openapi'] : [];
  return {
    name,
    file,
    version: String(statSync(file).mtimeMs),
    timeoutMs: positive(config['timeout'], 3) * 1000,
    memoryMb: positive(config['memorySize'], 256),
    openapi: openapi.filter((one: unknown) => typeof one === 'string'),
    triggers: (Array.isArray(triggers) ? triggers : []).flatMap(readTrigger),
  };
}

function readConfig(file: string): Record<string, unknown> {
  if (!existsSync(file)) return {};
  try {
    const config: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isRecord(config)) return config;
  } catch {
    throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `${file} is not valid JSON`);
  }
  throw new CloudError('FUNCTIONS_EXECUTE_FAIL', `${file} must hold an object`);
}

function readTrigger(trigger: unknown): Trigger[] {
  if (!isRecord(trigger) || trigger['type'] !== 'timer') return [];
  const { name, config } = trigger;
  return typeof name === 'string' && typeof config === 'string' ? [{ name, config }] : [];
}

function positive(value: unknown, otherwise: number): number {
  return typeof value === 'number' && value > 0 ? value : otherwise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
