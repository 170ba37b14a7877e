import { parseArgs } from 'node:util';
import { readInstant } from '../cloud/clock/instant';
import type { Fault } from '../cloud/faults/fault';
import { readFaultsFile } from '../cloud/faults/routes';
import { UserError } from './reason';

export interface StartOptions {
  port: number;
  data: string;
  reset: boolean;
  open: boolean;
  /** The time that the cloud and the phones begin with. */
  clock?: number;
  /** What goes wrong from the beginning. */
  faults: Fault[];
}

const HIGHEST_PORT = 65_535;

export function readOptions(args: string[], env: NodeJS.ProcessEnv = process.env): StartOptions {
  const { port, data, reset, 'no-open': noOpen, clock, faults } = parse(args);
  if (!/^\d{1,5}$/.test(port) || Number(port) > HIGHEST_PORT) {
    throw new UserError(`--port takes a number up to ${HIGHEST_PORT}, not "${port}".`);
  }
  if (data.trim() === '') throw new UserError('--data takes a folder.');
  return {
    ...{ port: Number(port), data, reset, open: !noOpen && hasDisplay(env) },
    ...(clock === undefined ? {} : { clock: readInstant(clock) }),
    faults: faults === undefined ? [] : readFaultsFile(faults),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        port: { type: 'string', default: '8787' },
        data: { type: 'string', default: '.data' },
        reset: { type: 'boolean', default: false },
        clock: { type: 'string' },
        faults: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    const [first = 'The options are wrong'] = (error instanceof Error ? error.message : '').split('. ');
    throw new UserError(
      `${first}. Options: --port N --data DIR --no-open --reset --clock TIME --faults FILE`,
    );
  }
}

function hasDisplay({ CI, DISPLAY, WAYLAND_DISPLAY }: NodeJS.ProcessEnv): boolean {
  if (CI) return false;
  return process.platform !== 'linux' || Boolean(DISPLAY ?? WAYLAND_DISPLAY);
}
