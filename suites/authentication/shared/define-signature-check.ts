import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, NeedsEach } from '../../../harness/engine/rule/check.ts';
import type { Counterexample } from '../../../harness/engine/rule/counterexample.ts';
import type { SignatureCondition } from '../../../harness/engine/rule/signature-behaviour.ts';
import { acceptanceFinding } from '../../faults/shared/acceptance.ts';

/** A message with one defect in what a certificate signs, and the servers that do not look. */
export interface SignatureRule extends Omit<
  Check,
  'needs' | 'applies' | 'judge' | 'counterexamples' | 'since' | 'contrived'
> {
  readonly deviation: string;
  /** What a server skips that accepts the message, with its name. */
  readonly skipped: Readonly<Partial<Record<SignatureCondition, string>>>;
}

/**
 * Defines a check: neither service grants a message with this defect, which no Windows sends. The messages beside it show that the
 * same certificate gets in without the defect; another check judges the reason of the refusal.
 */
export function defineSignatureCheck({ deviation, skipped, ...rule }: SignatureRule): Check<NeedsEach> {
  const [first, ...others] = [...Object.entries(skipped), ['everything', 'a server that checks nothing']].map(
    ([signatureSkips, name]) => ({ name, behaviour: { signatureSkips } }) as Counterexample,
  );
  if (!first) throw new TypeError(`${rule.id} lists no server that lacks the check`);
  return defineCheck({
    ...rule,
    since: '0.1.0',
    contrived: true,
    needs: { each: ['get-policies', 'issue'], where: { deviation } },
    *judge(evidence) {
      yield* acceptanceFinding(evidence);
    },
    counterexamples: [first, ...others],
  });
}
