import { defineCheck } from '../../../harness/engine/rule/check.ts';
import type { Check, NeedsEach } from '../../../harness/engine/rule/check.ts';
import type { Counterexample } from '../../../harness/engine/rule/counterexample.ts';

/** Messages of somebody who has no right to a session. */
interface SessionRefusal extends Omit<Check, 'needs' | 'applies' | 'judge'> {
  readonly deviation: string;
  readonly counterexamples: readonly [Counterexample, ...Counterexample[]];
}

/**
 * Defines a check: the server holds no session. A challenge is a refusal: whoever can answer it does so in the next message, which is judged
 * like the first.
 */
export function defineSessionRefusal({ deviation, ...rule }: SessionRefusal): Check<NeedsEach> {
  return defineCheck({
    ...rule,
    needs: { each: 'manage', where: { deviation } },
    *judge({ exchange, state, at }) {
      if (state !== 'success') return;
      yield { message: `The server held a session with ${exchange.label?.variant ?? 'a stranger'}`, at: at('status') };
    },
  });
}
