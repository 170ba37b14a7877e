import { failed } from '../errors';
import { isDoc, type Value } from '../values/value';

const MOST = 100 * 1024 * 1024;

/** What a stage holds on to may weigh 100 MB, as in MongoDB without `allowDiskUse`. */
export function memoryOf(stage: string): (value: Value) => void {
  let held = 0;
  return (value) => {
    held += weight(value);
    if (held > MOST) {
      throw failed(
        `Exceeded memory limit for ${stage}, but didn't allow external sort: it holds more than 100 MB`,
      );
    }
  };
}

function weight(value: Value): number {
  if (typeof value === 'string') return 12 + value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + weight(item), 16);
  if (!isDoc(value)) return 12;
  let sum = 16;
  for (const [name, item] of Object.entries(value)) sum += name.length + weight(item);
  return sum;
}
