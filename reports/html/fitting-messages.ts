import type { Markup } from '../markup.ts';
import type { Step } from './device/devices.ts';
import { createBodies, type Bodies } from './message.ts';
import { bytesOf } from './size/fitting.ts';

/**
 * The messages that are shown, by the index of their exchange, with at most so many bytes together. What does not fit is left out from the
 * end of `order`, which begins with what a reader needs most.
 */
export function fittingMessages(
  steps: readonly Step[],
  order: readonly number[],
  bytes: number,
  write: (step: Step, bodies: Bodies) => Markup,
): ReadonlyMap<number, Markup> {
  const kept = new Set(order);
  for (;;) {
    const bodies = createBodies();
    const written = new Map<number, Markup>();
    for (const step of steps) {
      const { index } = step.exchange;
      if (kept.has(index)) written.set(index, write(step, bodies));
    }
    let total = Array.from(written.values(), bytesOf).reduce((sum, size) => sum + size, 0);
    if (total <= bytes) return written;
    for (const index of order.toReversed()) {
      if (total <= bytes) break;
      const markup = kept.delete(index) ? written.get(index) : undefined;
      total -= markup === undefined ? 0 : bytesOf(markup);
    }
  }
}
