/** Starts all of it at once, as far as sockets allow; `null` is what got no answer. */
export async function atOnce<T, R>(items: T[], work: (item: T) => Promise<R>): Promise<(R | null)[]> {
  const results: (R | null)[] = items.map(() => null);
  const waiting = items.entries();
  const worker = async () => {
    for (const [index, item] of waiting) {
      results[index] = await work(item).catch(() => null);
    }
  };
  await Promise.all(Array.from({ length: SOCKETS }, worker));
  return results;
}

const SOCKETS = 256;
