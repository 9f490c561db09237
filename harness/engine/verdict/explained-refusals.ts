import type { Cause } from './cause.ts';
import type { Refusal } from '../explanation/refusal.ts';

/**
 * The refusals, each with what its cause knows of it: where several checks show one defect of the server, that is why it refused, and what has
 * to change. Pure.
 */
export function explainedRefusals(refusals: readonly Refusal[], causes: readonly Cause[]): readonly Refusal[] {
  return refusals.map((refusal) => {
    const cause = causes.find((candidate) => candidate.refusal === refusal.exchange);
    if (!cause || cause.checks.includes(cause.id)) return refusal;
    return { ...refusal, why: cause.headline, actor: 'server', remedy: cause.remedy };
  });
}
