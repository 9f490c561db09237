import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { contentOf } from '../../harness/protocol/xml/content.ts';

/** A device that tries again has to get the same answer. */
export const repeatability = defineCheck({
  id: 'discovery/repeatability',
  title: 'Identical Discover requests get the same answer',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-27'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that tries again goes on with other addresses' },
  remedy: 'Let the answer depend on nothing but the request; an ActivityId in an address may differ.',
  needs: { across: 'discover', atLeast: 2 },
  applies: {
    when: 'a Discover request was sent twice',
    test: (answers) => repetitionsIn(answers).length > 0,
  },

  *judge(answers) {
    for (const [first, ...others] of repetitionsIn(answers)) {
      const other = others.find((item) => first !== undefined && said(item) !== said(first));
      if (first && other) {
        yield {
          message: `The answer differs from that of exchange ${first.exchange.index} to the same request`,
          at: differenceOf(first, other) ?? other.payload,
        };
      }
    }
  },

  counterexamples: [{ name: 'an address that is new each time', ...behaves({ varies: 'discover' }) }],
});

/** Answers to the same valid request to the same address, where there is more than one. */
function repetitionsIn(answers: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const answer of answers) {
    if (answer.facts.deviations.length > 0) continue;
    const asked = answer.request.find('/*/*/d:Discover');
    if (!asked) continue;
    const key = `${answer.exchange.request.url} ${contentOf(asked)}`;
    groups.set(key, [...(groups.get(key) ?? []), answer]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** The answer without the ids of the request, which servers also put into addresses so that they find it in their logs. */
function said({ payload, header }: Evidence): string {
  const ids = header?.all('*[local-name()="ActivityId"] | *[local-name()="ActivityId"]/@CorrelationId') ?? [];
  return ids
    .map(({ text }) => text.trim())
    .filter((id) => id !== '')
    .reduce((content, id) => content.replaceAll(id, 'id'), contentOf(payload));
}

function differenceOf(first: Evidence, other: Evidence): Evidence['payload'] | undefined {
  const known = first.payload.all('d:DiscoverResult/*').map(contentOf);
  return other.payload.all('d:DiscoverResult/*').find((field) => !known.includes(contentOf(field)));
}
