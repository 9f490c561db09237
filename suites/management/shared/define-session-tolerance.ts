import { isChallenge } from '../../../harness/engine/evidence/challenge.ts';
import { answerSeen } from '../../../harness/engine/rule/answer-seen.ts';
import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, Condition, NeedsEach } from '../../../harness/engine/rule/check.ts';
import type { Counterexample } from '../../../harness/engine/rule/counterexample.ts';

/** Sessions of one family, each of which a server has to hold like any other. */
interface SessionTolerance extends Omit<Check, 'needs' | 'applies' | 'judge' | 'counterexamples'> {
  readonly family: string;
  /** Servers that refuse one: a name, and a text or expression that only its messages match. */
  readonly refusals: Readonly<Record<string, string | RegExp>>;
  readonly counterexamples?: readonly Counterexample[];
  readonly isSimultaneous?: true;
  /** Which messages show what is particular, where a server may keep the others from coming. Default: all. */
  readonly applies?: Condition<NeedsEach>;
}

/** Defines a check: the server answers each message of these sessions, at most with a challenge. */
export function defineSessionTolerance(tolerance: SessionTolerance): Check<NeedsEach> {
  const { family, refusals, counterexamples = [], isSimultaneous, ...rule } = tolerance;
  const [first, ...others] = [
    ...Object.entries(refusals).map(([name, text]): Counterexample => ({
      name,
      on: 'manage',
      ...(typeof text === 'string' ? { asked: text } : { matching: text.source }),
      answer: { as: 'text', text: 'Bad Request' },
      and: [{ on: 'manage', ...(typeof text === 'string' ? { asked: text } : { matching: text.source }), status: 400 }],
    })),
    ...counterexamples,
  ];
  if (!first) throw new TypeError(`the tolerance ${rule.id} lists no server that lacks it`);
  return defineCheck({
    ...rule,
    needs: { each: 'manage', where: { family, ...(isSimultaneous ? { isSimultaneous } : {}) } },
    *judge(evidence) {
      if (!isChallenge(evidence)) yield* answerSeen(evidence);
    },
    counterexamples: [first, ...others],
  });
}
