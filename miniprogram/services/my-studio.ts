import type { Home } from '../../typings/contract';
import type { Outcome } from './cloud';
import { chooseStudio, currentStudio } from './session';

interface WhereIAm {
  role: Home['me']['role'];
  studios: readonly { studioId: string }[];
}

/**
 * 在当前的工作室里不是成员、在别处是：换到自己的那一个，再读一次。A new phone has chosen nothing, and somebody may have left the
 * one that was chosen.
 */
export async function inMyStudio<T>(
  read: (studioId: string) => Promise<Outcome<T>>,
  where: (data: T) => WhereIAm,
): Promise<Outcome<T>> {
  const first = await read(currentStudio());
  if (!first.ok) return first;
  const { role, studios } = where(first.data);
  const [own] = studios;
  if (role !== 'visitor' || !own) return first;
  chooseStudio(own.studioId);
  return read(own.studioId);
}
