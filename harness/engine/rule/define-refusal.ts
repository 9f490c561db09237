import { defineCheck } from './check.ts';
import type { Check, NeedsEach } from './check.ts';
import type { Counterexample } from './counterexample.ts';
import type { SoapKind } from '../evidence/kind.ts';
import { refusalFinding } from './refusal-finding.ts';

/** A wrong request, and the refusals that fit its defect. */
export interface RefusalRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  readonly kinds: readonly [SoapKind, ...SoapKind[]];
  readonly deviation: string;
  /** A text that only these requests hold, for a deviation that a request does not show (`harness/engine/verdict/own-defects.ts`). */
  readonly asked?: string;
  /** Subcodes or ErrorTypes that fit the cause; an empty list allows any SOAP fault. */
  readonly due: readonly string[];
}

/**
 * Defines a check: the server refuses a request with this deviation, and for this reason. It also makes the counterexamples: a server
 * that accepts the request, one that refuses it for another reason, and one that answers with an HTML page. The `impact` of the rule is that
 * of the request which was accepted; `refusalImpact` has that of the others.
 */
export function defineRefusal({ kinds, deviation, asked, due, ...rule }: RefusalRule): Check<NeedsEach> {
  const [kind, ...otherKinds] = kinds;
  const on = `${kind} fault` as const;
  const only = asked === undefined ? { deviation } : { asked };
  const otherReason: Counterexample = {
    name: 'a refusal for another reason',
    on,
    ...only,
    answer: { as: 'fault', subcode: 'EnrollmentServer' },
  };
  return defineCheck({
    ...rule,
    needs: { each: kinds, where: { deviation } },
    *judge(evidence) {
      yield* refusalFinding(evidence, ...due);
    },
    counterexamples: [
      { name: `acceptance by ${kind}`, on, ...only, answer: { as: 'control' } },
      ...otherKinds.map((other): Counterexample => ({
        name: `acceptance by ${other}`,
        on: `${other} fault`,
        ...only,
        answer: { as: 'control' },
      })),
      { name: 'an HTML page in place of a fault', on, ...only, answer: { as: 'html' } },
      ...(due.length === 0 ? [] : [otherReason]),
    ],
  });
}
