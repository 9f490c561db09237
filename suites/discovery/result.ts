import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { duplicate, remove, rename } from '../../harness/engine/rule/departures.ts';

const noAddress: Impact = {
  kind: 'breaks',
  says: 'the device finds no address in the answer',
  evidence: witnesses.steps,
};

/** DiscoverResult holds all that the device needs; the device finds it by its namespace. */
export const result = defineCheck({
  id: 'discovery/result',
  title: 'DiscoverResponse holds exactly one DiscoverResult, in the same namespace',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds its addresses in the answer' },
  remedy: 'Write one DiscoverResult into DiscoverResponse, in the namespace of the discovery schema.',
  needs: { each: 'discover' },

  *judge({ payload }) {
    const [first, second] = payload.all('d:DiscoverResult');
    if (!first) {
      const other = payload.find('*[local-name()="DiscoverResult"]');
      yield other
        ? {
            message: `DiscoverResult is in ${other.namespace === '' ? 'no namespace' : `namespace ${other.namespace}`}`,
            at: other,
            expected: payload.namespace,
            actual: other.namespace,
          }
        : { message: 'DiscoverResponse has no DiscoverResult', at: payload, impact: noAddress };
    }
    if (second) yield { message: 'DiscoverResponse has more than one DiscoverResult', at: second };
  },

  counterexamples: [
    { name: 'no DiscoverResult', ...remove('discover', '//d:DiscoverResult') },
    { name: 'two of them', ...duplicate('discover', '//d:DiscoverResult') },
    {
      name: 'a namespace with a slash at its end',
      ...rename(
        'discover',
        '//d:DiscoverResult',
        '{http://schemas.microsoft.com/windows/management/2012/01/enrollment/}DiscoverResult',
      ),
    },
  ],
});
