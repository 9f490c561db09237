import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { instantOf, timestampsOf } from './shared/timestamp.ts';

const longestMs = 24 * 60 * 60_000;

const longSpan: Impact = {
  kind: 'tolerated',
  says: 'Windows 10 enrolled with a Timestamp of thirty days',
  evidence: witnesses.windows10,
};

/** A Timestamp that never expires, or that expires before it begins, protects nothing. */
export const timestampSpan = defineCheck({
  id: 'envelope/timestamp-span',
  title: 'The Timestamp of an answer ends after it begins and within a day',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-10'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a Timestamp that expires before it begins' },
  remedy: 'Set Expires some minutes after Created; published samples have five.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'the answer has a Timestamp with readable Created and Expires',
    test: (evidence) => timestampsOf(evidence).some((item) => spanOf(item) !== undefined),
  },

  *judge(evidence) {
    for (const item of timestampsOf(evidence)) {
      const span = spanOf(item);
      if (span === undefined || !item.expires || (span > 0 && span <= longestMs)) continue;
      yield {
        message: span > 0 ? `The Timestamp spans ${Math.round(span / longestMs)} days` : 'Expires is not after Created',
        at: item.expires,
        expected: 'some minutes after Created',
        actual: item.expires.text.trim(),
        ...(span > 0 && { impact: longSpan }),
      };
    }
  },

  counterexamples: [
    {
      name: 'a Timestamp of thirty days',
      ...set('issue', '//u:Created', '2018-11-30T00:32:59.420Z'),
      and: [set('issue', '//u:Expires', '2018-12-30T00:37:59.420Z')],
    },
    {
      name: 'a Timestamp that ends before it begins',
      ...set('issue', '//u:Created', '2018-11-30T00:37:59Z'),
      and: [set('issue', '//u:Expires', '2018-11-30T00:32:59Z')],
    },
  ],
});

function spanOf({ created, expires }: ReturnType<typeof timestampsOf>[number]): number | undefined {
  const from = created && instantOf(created);
  const to = expires && instantOf(expires);
  return from === undefined || to === undefined ? undefined : to - from;
}
