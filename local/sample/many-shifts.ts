import { dutiesPerDay } from './duties';
import type { Stored } from './stored';
import { type VillageOptions, village } from './village';

/** The sample village with so many duties in its history, as many at a time as ever. */
export function manyShifts(count: number, options: VillageOptions): Generator<Stored> {
  const coming = options.coming ?? 6;
  return village({ ...options, coming, past: Math.ceil(count / dutiesPerDay) - coming - 1 });
}
