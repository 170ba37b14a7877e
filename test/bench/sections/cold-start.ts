import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { callEnv, hostEnv } from '../../../local/cloud/functions/environment';
import { openidOf } from '../../support/makers';
import { ENV_ID, FUNCTIONS_DIR } from '../../support/studio';
import { startGateway } from '../../support/gateway';
import { NOW, raceVillage, runners } from '../race/village';
import { type Figures, type Section, median, rounded } from '../section';

const ROUNDS = 15;
const ROOT = resolve(__dirname, '../../..');
const CALL = JSON.stringify({ action: 'patrols.board', data: { studioId: 'huayuan' } });

/** Processes of their own, taking turns, so that a busy moment hits all of them alike. */
export const coldStart: Section = {
  title: `Cold start, medians of ${ROUNDS} turns; ratios to require('wx-server-sdk'), net of bare node`,
  async run() {
    const gateway = await startGateway({ now: NOW, documents: raceVillage(runners(2), { only: 2 }) });
    try {
      return figuresOf(turns(gateway.url));
    } finally {
      await gateway.close();
    }
  },
};

const BUILT = `require(${JSON.stringify(join(FUNCTIONS_DIR, 'patrols'))})`;
const PROGRAMS = {
  bare: 'process.exit(0)',
  sdk: "require('wx-server-sdk'); process.exit(0)",
  loaded: `${BUILT}; process.exit(0)`,
  answered: `${BUILT}.main(${CALL}, {}).then((answer) => process.exit(answer.ok ? 0 : 1))`,
};

type Times = Record<keyof typeof PROGRAMS, number[]>;

function turns(url: string): Times {
  const env = {
    ...hostEnv(url, ENV_ID, {}),
    ...callEnv('0'.repeat(32), 'patrols', ENV_ID, { openid: openidOf('runner1'), source: 'wx_client' }),
  };
  const times: Times = { bare: [], sdk: [], loaded: [], answered: [] };
  for (let round = 0; round < ROUNDS; round++) {
    times.bare.push(timeOf(PROGRAMS.bare, env));
    times.sdk.push(timeOf(PROGRAMS.sdk, env));
    times.loaded.push(timeOf(PROGRAMS.loaded, env));
    times.answered.push(timeOf(PROGRAMS.answered, env));
  }
  return times;
}

function timeOf(program: string, env: Record<string, string>): number {
  const began = performance.now();
  const { status, stderr } = spawnSync(process.execPath, ['-e', program], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
  return performance.now() - began;
}

function figuresOf(times: Times): Figures {
  const bare = median(times.bare);
  const net = {
    sdk: median(times.sdk) - bare,
    loaded: median(times.loaded) - bare,
    answered: median(times.answered) - bare,
  };
  return {
    'bare node, ms': rounded(bare, 0),
    "require('wx-server-sdk'), ms net": rounded(net.sdk, 0),
    'built function loaded': { 'ms net': rounded(net.loaded, 0), ratio: rounded(net.loaded / net.sdk) },
    'built function to first answer': {
      'ms net': rounded(net.answered, 0),
      ratio: rounded(net.answered / net.sdk),
    },
  };
}
