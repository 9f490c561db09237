import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';

/** Deviations that no request shows by itself, so that only the label of its scenario can say them. */
const invisible = new Set(['wrong-password', 'unknown-user', 'credential-type']);

/**
 * What our own device did wrong in a live session: each message validates against our schemas unless its scenario declares
 * a deviation, and then it deviates in exactly that way. Anything listed here makes a run unsound.
 */
export function ownDefects(dossier: Dossier): string[] {
  return dossier.foreign ? [] : dossier.evidence.flatMap(defectsOf);
}

function defectsOf({ exchange, kind, facts }: Evidence): string[] {
  const declared = exchange.label?.deviations ?? [];
  const shown = facts.shown.filter((deviation) => !declared.includes(deviation));
  const absent = declared.filter((deviation) => !invisible.has(deviation) && !facts.shown.includes(deviation));
  const name = `exchange ${exchange.index} (${exchange.label?.scenario ?? kind})`;
  return [
    ...shown.map((deviation) => `${name} shows ${deviation}, which its scenario does not declare`),
    ...absent.map((deviation) => `${name} declares ${deviation}, but does not show it`),
  ];
}
