import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { instantOf, timestampsOf } from './shared/timestamp.ts';

const toleranceMs = 5 * 60_000;

const expired: Impact = {
  kind: 'tolerated',
  says: 'Windows 10 enrolled with a Timestamp that had expired years before',
  evidence: witnesses.windows10,
};

/** Says when the message is valid; Windows accepted one that had expired years before. */
export const timestamp = defineCheck({
  id: 'envelope/timestamp',
  title: 'The Timestamp of an answer is valid when the answer is given',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-10'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a Timestamp that is not valid yet, or is no time' },
  remedy: 'Write the time of the answer into Created and a later one into Expires, or leave the Timestamp out.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: { when: 'the answer has a Timestamp', test: (evidence) => timestampsOf(evidence).length > 0 },

  *judge(evidence) {
    const now = evidence.now.getTime();
    for (const { created, expires } of timestampsOf(evidence)) {
      for (const node of [created, expires]) {
        if (!node) continue;
        const instant = instantOf(node);
        const isOff =
          instant === undefined || (node === created ? instant > now + toleranceMs : instant < now - toleranceMs);
        if (isOff) {
          yield {
            message: `${node.name} is "${node.text.trim()}"`,
            at: node,
            expected: `${node === created ? 'not after' : 'not before'} ${evidence.now.toISOString()}`,
            actual: node.text.trim(),
            ...(node === expires && instant !== undefined && { impact: expired }),
          };
        }
      }
    }
  },

  counterexamples: [
    { name: 'a fixed Timestamp that has expired', ...set('issue', '//u:Expires', '2018-12-30T00:37:59.420Z') },
    { name: 'a Timestamp of the future', ...set('issue', '//u:Created', '2099-01-01T00:00:00Z') },
    { name: 'a date that is none', ...set('issue', '//u:Created', 'Fri, 30 Nov 2018 00:32:59 GMT') },
  ],
});
