import type { ShiftDocument } from '../../../typings/documents/event';
import type { Gateway } from '../../support/gateway';
import { eventIdOf } from '../../support/makers';
import { atOnce } from './at-once';
import { verdictOf } from './verdict';
import { join, tapOf } from './village';

/**
 * The gateway is killed with -9 in the middle of a race; calls that got no answer are repeated with the same request id.
 * `kept`: answers from before that the stored queue still agrees with.
 */
export async function raceThroughCrash(gateway: Gateway, people: string[], shift: string, hour: number) {
  const taps = people.map((person) => tapOf(person, shift, hour));
  let answered = 0;
  let crash: Promise<void> | undefined;
  const answers = await atOnce(taps, async (tap) => {
    const answer = await join(gateway, tap);
    answered++;
    if (answered === Math.floor(people.length / 3)) crash = gateway.crash();
    return answer;
  });
  await crash;
  const lost = taps.filter((_, index) => answers[index] === null);
  const repeated = await atOnce(lost, (tap) => join(gateway, tap));

  const stored = await gateway.document<ShiftDocument>('events', eventIdOf(shift));
  if (stored === undefined) throw new Error(`no shift ${shift}`);
  const all = taps.map((tap, index) => answers[index] ?? repeated[lost.indexOf(tap)] ?? null);
  return {
    ...verdictOf(taps, all, stored),
    answeredBefore: taps.length - lost.length,
    repeated: lost.length,
  };
}
