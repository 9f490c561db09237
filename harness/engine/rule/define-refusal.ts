import { defineCheck } from './check.ts';
import type { Check, NeedsEach } from './check.ts';
import type { Counterexample } from './counterexample.ts';
import type { SoapKind } from '../evidence/kind.ts';
import { refusalFinding } from './refusal-finding.ts';

/** A reason-bound negative: what is wrong with a request, and the refusals that fit it. */
export interface RefusalRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  readonly kinds: readonly [SoapKind, ...SoapKind[]];
  readonly deviation: string;
  /** A text that only these requests hold: for a deviation that none shows by itself (`harness/engine/verdict/own-defects.ts`). */
  readonly asked?: string;
  /** Subcodes or ErrorTypes that fit the cause; none: any SOAP fault does. */
  readonly due: readonly string[];
}

/**
 * A check that a request which is wrong in one way is refused for that reason. Its counterexamples are made here: a server
 * that accepts the request, one that refuses it for another reason, and one that answers with a page.
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
