import type { Kind } from '../../evidence/kind.ts';
import { lacking } from './lacking.ts';
import type { Reason } from './question.ts';

/** What a request of this kind leaves behind on the server, beyond reading. */
const effects: Readonly<Partial<Record<Kind, string>>> = { issue: 'enroll', renew: 'renew', manage: 'enroll' };

/**
 * `--effects` did not allow the run to ask. A wrong request may belong to a scenario that was left out whatever its kind is: a
 * server that accepts it would enroll.
 */
export const excludedByEffects: Reason = (question) => {
  const { kinds, deviations, dossier } = question;
  const allowed = dossier.session.meta?.effects;
  if (!allowed) return undefined;
  const costs = [...kinds.map((kind) => effects[kind]), deviations.length > 0 ? 'enroll' : undefined];
  if (!costs.some((effect) => effect !== undefined && !allowed.includes(effect))) return undefined;
  return {
    outcome: 'inconclusive',
    reason: `${lacking(question)}, because --effects ${allowed.join(',')} excludes it`,
  };
};
