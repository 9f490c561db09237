import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, NeedsAcross } from '../../../harness/engine/rule/check.ts';
import type { Counterexample } from '../../../harness/engine/rule/counterexample.ts';
import { refusalFinding } from '../../../harness/engine/rule/refusal-finding.ts';

/** A state in which the server refuses a valid request, and the refusals that fit it. */
export interface StateRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  /** The deviation that its scenario declares. */
  readonly state: `state-${string}`;
  /** Subcodes or ErrorTypes that fit; an empty list allows any SOAP fault. */
  readonly due: readonly string[];
  /** The user whom the reference server refuses in this way. */
  readonly user: string;
}

/**
 * Defines a check: in this state, the server refuses, and for this reason. The device asks for policies first and may
 * be refused there already, so its last request counts.
 */
export function defineStateRefusal({ state, due, user, ...rule }: StateRule): Check<NeedsAcross> {
  const on = 'issue fault';
  const otherReason: Counterexample = {
    name: 'a refusal for another reason',
    on,
    asked: user,
    answer: { as: 'fault', subcode: 'MessageFormat' },
  };
  return defineCheck({
    ...rule,
    needs: { across: ['get-policies', 'issue'], where: { deviation: state }, atLeast: 1 },
    *judge(asked) {
      const last = asked.at(-1);
      if (last) yield* refusalFinding(last, ...due);
    },
    counterexamples: [
      { name: 'a certificate all the same', on, asked: user, answer: { as: 'control' } },
      { name: 'an HTML page in place of a fault', on, asked: user, answer: { as: 'html' } },
      ...(due.length === 0 ? [] : [otherReason]),
    ],
  });
}
