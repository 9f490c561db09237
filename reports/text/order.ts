import type { Refusal } from '../../harness/engine/explanation/refusal.ts';
import type { Cause } from '../../harness/engine/verdict/cause.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';

/** What a reader meets, in this order. */
export interface Order {
  /** Refusals of messages of which none was answered: nothing behind them could be seen. */
  readonly stopping: readonly Refusal[];
  readonly security: readonly Cause[];
  /** Refusals of messages of which another was answered. */
  readonly others: readonly Refusal[];
  /** All other causes, the gravest first, without those that a refusal tells. */
  readonly causes: readonly Cause[];
}

/** Puts the refusals and the causes of a session in the order of what they stop. */
export function inOrder({ refusals, causes }: Pick<Results, 'refusals' | 'causes'>): Order {
  const told = new Set(refusals.map(({ exchange }) => exchange));
  const untold = causes.filter(({ refusal }) => refusal === undefined || !told.has(refusal));
  const isSecurity = ({ damage, level }: Cause): boolean => damage === 'security' && level === 'MUST';
  return {
    stopping: refusals.filter(({ answeredIn }) => answeredIn === undefined),
    security: untold.filter(isSecurity),
    others: refusals.filter(({ answeredIn }) => answeredIn !== undefined),
    causes: untold.filter((cause) => !isSecurity(cause)),
  };
}
