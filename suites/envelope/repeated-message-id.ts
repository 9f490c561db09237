import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { questionOf } from './shared/question-of.ts';

/** Windows sends the same MessageID with every Discover, from every device: it tells nothing about a replay. */
export const repeatedMessageId = defineCheck({
  id: 'envelope/repeated-message-id',
  title: 'A MessageID that was seen before is no reason to refuse a request',
  level: 'MUST',
  basis: 'windows',
  requirements: ['ENV-17'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'only the first Windows device of all enrolls', evidence: witnesses.windows10 },
  seen: 'published recording of Windows 10 (19043): it sends one MessageID per operation, always the same',
  remedy: 'Do not use MessageID to detect replays: Windows has a constant one for each operation.',
  needs: { across: ['discover', 'get-policies', 'issue'], atLeast: 2, filter: 'attempt' },
  applies: {
    when: 'a valid request was answered, and the same was asked again with the same MessageID',
    test: (attempts) => repetitions(attempts).length > 0,
  },

  *judge(attempts) {
    for (const [first, ...others] of repetitions(attempts)) {
      const [next] = others;
      if (!first || !next || !others.every(isRefused)) continue;
      yield {
        message: `MessageID "${first.facts.messageId ?? ''}" is answered once, then with ${next.trouble}`,
        at: next.at('body'),
      };
    }
  },

  counterexamples: [{ name: 'a guard against replays', ...behaves({ refusesRepeatedMessageId: true }) }],
});

/**
 * Attempts of one kind that have one MessageID and ask the same, from the first that succeeded; those that reached the server. A request
 * that asks something else, such as a certificate of another form, may be refused for that.
 */
function repetitions(attempts: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const attempt of attempts) {
    const { kind, facts, state } = attempt;
    if (facts.messageId === undefined || state === 'broken') continue;
    const key = `${kind} ${facts.messageId} ${questionOf(attempt)}`;
    const group = groups.get(key);
    if (group) group.push(attempt);
    else if (state === 'success') groups.set(key, [attempt]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** Refused, and not for a cap or a licence. */
function isRefused(attempt: Evidence): boolean {
  return attempt.state !== 'success' && !(attempt.state === 'fault' && attempt.fault.errorType !== undefined);
}
