/**
 * Does work on each item, in order and at most `limit` items at a time. After a failure it begins nothing more, waits
 * for the work in progress, and rejects with the failure of the earliest item.
 */
export async function sideBySide<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const begun: Promise<void>[] = [];
  const waiting = items.values();
  let hasFailed = false;
  const worker = async (): Promise<void> => {
    for (const item of waiting) {
      if (hasFailed) return;
      const result = work(item);
      begun.push(result);
      await result.catch(() => {
        hasFailed = true;
      });
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  await Promise.all(begun);
}
