import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, NeedsEach } from '../../../harness/engine/rule/check.ts';
import { behaves } from '../../../harness/engine/rule/departures.ts';
import type { EntraCondition } from '../../../harness/engine/rule/entra-behaviour.ts';
import { issuedInstead } from '../../../harness/engine/rule/issued-instead.ts';

/** A wrong token of Microsoft Entra that a server must not take. */
export interface TokenRefusalRule extends Pick<Check, 'id' | 'title' | 'requirements' | 'remedy'> {
  readonly defect: EntraCondition;
  /** The token as a noun phrase. */
  readonly what: string;
  /** Completes "Security is lost:". */
  readonly says: string;
}

/**
 * Defines a check: the policy and the enrollment service refuse such a token between two that they take. Any refusal will do: checks of
 * faults judge its form.
 */
export function defineTokenRefusal({ defect, what, says, ...rule }: TokenRefusalRule): Check<NeedsEach> {
  return defineCheck({
    ...rule,
    level: 'MUST',
    basis: 'security',
    since: '0.1.0',
    contrived: true,
    impact: { kind: 'security', says },
    needs: { each: ['get-policies', 'issue'], where: { deviation: `jwt-${defect}` } },
    *judge(evidence) {
      if (evidence.state !== 'success') return;
      const issued = issuedInstead(evidence);
      yield {
        message: `The server accepted ${what}`,
        at: issued?.at ?? evidence.at('status'),
        expected: 'a refusal',
        ...(issued && { actual: issued.says }),
      };
    },
    counterexamples: [{ name: `a server that takes ${what}`, ...behaves({ entraSkips: defect }) }],
  });
}
