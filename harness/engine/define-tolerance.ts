import { answerFinding } from './answer-finding.ts';
import { defineCheck } from './check.ts';
import type { Check, NeedsEach } from './check.ts';
import type { AnswerDeparture } from './counterexample.ts';
import type { SoapKind } from './kind.ts';

/** A family of valid variants, each of which a good server answers like the plain request. */
export interface ToleranceRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  readonly kind: SoapKind;
  /** Id of the scenario that drives the variants. */
  readonly family: string;
  /** Servers that refuse a variant: a name, and a text that only the requests of that variant hold. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** A check that each valid variant of a request is answered with success; a finding names the variant. */
export function defineTolerance({ kind, family, refusals, ...rule }: ToleranceRule): Check<NeedsEach> {
  const [first, ...others] = Object.entries(refusals).map(
    ([name, asked]): AnswerDeparture & { readonly name: string } => ({
      name,
      on: kind,
      asked,
      answer: { as: 'fault', subcode: 'MessageFormat' },
    }),
  );
  if (!first) throw new TypeError(`the tolerance ${rule.id} names no server that lacks it`);
  return defineCheck({
    ...rule,
    needs: { each: kind, where: { family } },
    *judge(evidence) {
      yield* answerFinding(evidence);
    },
    counterexamples: [first, ...others],
  });
}
