const FRESH = 60_000;
const MOST = 500;

/**
 * Keeps what `load` found for 60 s in this instance: for reads only. What was not found is not remembered: a stranger may join
 * any moment.
 */
export function remember<T>(load: (key: string) => Promise<T | null>) {
  const seen = new Map<string, { value: T; at: number }>();

  async function fresh(key: string, now: number): Promise<T | null> {
    const value = await load(key);
    seen.delete(key);
    if (value !== null) seen.set(key, { value, at: now });
    const [oldest] = seen.keys();
    if (seen.size > MOST && oldest !== undefined) seen.delete(oldest);
    return value;
  }

  async function known(key: string, now: number): Promise<T | null> {
    const hit = seen.get(key);
    return hit && now >= hit.at && now - hit.at < FRESH ? hit.value : fresh(key, now);
  }

  return { fresh, known };
}
