import type { Response, SessionDetail } from '../../../typings/contract';

type Placed = NonNullable<SessionDetail['follow']>['placed'];

/** 请谁让出来：一家一行，最后来的先替工作人员选上。 */
export interface Naming {
  over: number;
  chosen: string[];
}

export const namingOf = ({ over, last }: Response<'activities.resize'>): Naming => ({
  over,
  chosen: last.map(({ entryId }) => entryId),
});

export function turned({ over, chosen }: Naming, entryId: string): Naming {
  const without = chosen.filter((id) => id !== entryId);
  return { over, chosen: without.length < chosen.length ? without : [...chosen, entryId] };
}

/** The last who came stand first; how many seats are still too many. */
export function namingView({ over, chosen }: Naming, placed: Placed) {
  const freed = placed
    .filter(({ entryId }) => chosen.includes(entryId))
    .reduce((sum, { seats }) => sum + seats, 0);
  return {
    short: Math.max(0, over - freed),
    parties: [...placed].reverse().map(({ entryId, name, seats }) => ({
      entryId,
      text: seats > 1 ? `${name}（${seats} 位）` : name,
      chosen: chosen.includes(entryId),
    })),
  };
}

export type NamingView = ReturnType<typeof namingView>;
