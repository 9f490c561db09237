import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, NeedsEach, Seen } from '../../../harness/engine/rule/check.ts';
import type { Counterexample } from '../../../harness/engine/rule/counterexample.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { refusalFinding } from '../../../harness/engine/rule/refusal-finding.ts';

/** A renewal that is not to be granted. */
export interface RenewalRefusalRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  readonly deviation: string;
  /** Servers that grant the renewal. */
  readonly grants: readonly [Counterexample, ...Counterexample[]];
  /** A text that only these requests hold. Default: they show their deviation. */
  readonly asked?: string;
  /** The defect is in the client certificate of the connection, so the TLS layer may refuse it already. */
  readonly refusedByTls?: true;
}

/** Defines a check of such a refusal; it counts only if renewals of the same device beside it succeed. */
export function defineRenewalRefusal(rule: RenewalRefusalRule): Check<NeedsEach> {
  const { deviation, grants, asked, refusedByTls = false, ...check } = rule;
  const page: Counterexample = {
    name: 'an HTML page in place of a fault',
    on: 'renew fault',
    ...(asked === undefined ? { deviation } : { asked }),
    answer: { as: 'html' },
  };
  return defineCheck({
    ...check,
    needs: { each: 'renew', where: { deviation } },
    *judge(evidence): Iterable<Seen> {
      if (!refusedByTls || !isTurnedAway(evidence)) yield* refusalFinding(evidence);
    },
    counterexamples: [...grants, page],
  });
}

/** What gateways answer to a client certificate that they do not accept; 495 is nginx's own. */
const doorStatuses: readonly number[] = [400, 401, 403, 495];

/** Refused for the certificate of its connection, by an alert, by ending the connection, or by an HTTP status. */
function isTurnedAway({ exchange: { answer }, state }: Evidence): boolean {
  if (answer.kind === 'broken')
    return answer.response === undefined && ['tls', 'reset', 'closed'].includes(answer.reason);
  return state === 'unusable' && doorStatuses.includes(answer.response.status);
}
