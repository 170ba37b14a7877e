import { killRounds } from '../../support/kill/rounds';
import type { Section } from '../section';

const ROUNDS = 200;

export const kill: Section = {
  title: `kill -9 at random amid mixed writes through the SDK, ${ROUNDS} times`,
  async run() {
    const { acknowledged, lost, half, broken } = await killRounds(ROUNDS, 1);
    return {
      'writes acknowledged': acknowledged,
      'acknowledged and lost': lost.length,
      'half written': half.length,
      'index entries broken': broken.length,
    };
  },
};
