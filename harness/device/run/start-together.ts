/**
 * Lets several requests leave together: what `start(index)` returns resolves once it was called for each of them, in the order of the
 * indices, so that a recording has the same order each time.
 */
export function startTogether(count: number): (index: number) => () => Promise<void> {
  const waiting = new Map<number, () => void>();
  return (index) => () =>
    new Promise((resolve) => {
      waiting.set(index, resolve);
      if (waiting.size < count) return;
      // The last caller does not wait yet.
      setImmediate(() => {
        for (const each of [...waiting.keys()].toSorted((one, other) => one - other)) waiting.get(each)?.();
      });
    });
}
