import { createHash } from 'node:crypto';
import { seeded } from '../cloud/faults/random';

/** The same parts give the same numbers, whatever else was drawn before. */
export interface Random {
  /** From 0 to below `limit`. */
  below(limit: number): number;
  chance(probability: number): boolean;
  shuffled<T>(items: readonly T[]): T[];
}

type Part = string | number;

export function randomOf(...parts: Part[]): Random {
  const next = seeded(digest(parts).readUInt32LE(0));
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (probability) => next() < probability,
    shuffled: (items) => {
      const rest = [...items];
      return items.flatMap(() => rest.splice(below(rest.length), 1));
    },
  };
}

/** 24 of `0-9a-z`. */
export function derivedId(...parts: Part[]): string {
  const hex = digest(parts).toString('hex', 0, 16);
  return BigInt(`0x${hex}`).toString(36).padStart(25, '0').slice(-24);
}

function digest(parts: Part[]): Buffer {
  return createHash('sha256').update(parts.join('\0')).digest();
}
