import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';

/**
 * The ordinary request of the same kind as an exchange that got its answer: that of its own scenario, or else the last before it.
 * Undefined if there is none.
 */
export function ordinarySibling({ evidence }: Dossier, exchange: number): number | undefined {
  const item = evidence[exchange];
  if (!item) return undefined;
  const siblings = evidence.filter((other) => other !== item && other.kind === item.kind && isOrdinary(other));
  const scenario = item.exchange.label?.scenario;
  const near = siblings.find((other) => other.exchange.label?.scenario === scenario);
  return (near ?? siblings.findLast((other) => other.exchange.index < exchange))?.exchange.index;
}

function isOrdinary({ state, facts, exchange }: Evidence): boolean {
  return state === 'success' && facts.deviations.length === 0 && exchange.label?.variant === undefined;
}
