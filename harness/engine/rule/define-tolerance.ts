import { answerFinding } from './answer-finding.ts';
import { answerSeen } from './answer-seen.ts';
import { defineCheck } from './check.ts';
import type { Check, NeedsEach } from './check.ts';
import type { AnswerDeparture } from './counterexample.ts';
import type { SoapKind } from '../evidence/kind.ts';

/** A family of valid variants; a good server answers each of them like the plain request. */
export interface ToleranceRule extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  /** One or several messages. */
  readonly kind: SoapKind | readonly [SoapKind, ...SoapKind[]];
  /** Id of the scenario that drives the variants, or the name that the scenario gives them. */
  readonly family: string;
  /**
   * Servers that refuse a variant: a name, and a text or expression that only the requests of that variant match. The first one becomes
   * a counterexample for each message.
   */
  readonly refusals: Readonly<Record<string, string | RegExp>>;
}

type RefusedVariant = AnswerDeparture & { readonly name: string };

/** Defines a check: the server answers each valid variant with success. A finding names the variant, and what a device does, if one sends it. */
export function defineTolerance({ kind, family, refusals, ...rule }: ToleranceRule): Check<NeedsEach> {
  const [on, ...otherKinds] = typeof kind === 'string' ? ([kind] as const) : kind;
  const [first, ...others] = Object.entries(refusals).map(([name, text]): RefusedVariant => ({
    name,
    on,
    ...(typeof text === 'string' ? { asked: text } : { matching: text.source }),
    answer: { as: 'fault', subcode: 'MessageFormat' },
  }));
  if (!first) throw new TypeError(`the tolerance ${rule.id} lists no server that lacks it`);
  const again = otherKinds.map((other) => ({ ...first, name: `${first.name}, in ${other}`, on: other }));
  return defineCheck({
    ...rule,
    needs: { each: kind, where: { family } },
    *judge(evidence) {
      yield* rule.contrived ? answerSeen(evidence) : answerFinding(evidence);
    },
    counterexamples: [first, ...again, ...others],
  });
}
