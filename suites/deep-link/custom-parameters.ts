import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import type { LinkParameterName } from '../../harness/protocol/deep-link/parameters.ts';
import { holds, seenIn } from './shared/links-of.ts';

const custom: readonly LinkParameterName[] = ['deviceidentifier', 'tenantidentifier', 'ownership'];

/** Windows gives these to the server without reading them. */
export const customParameters = defineCheck({
  id: 'deep-link/custom-parameters',
  title: 'The deviceidentifier of each enrollment link is a GUID, its ownership 1, 2 or 3, and no such value is empty',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['LNK-04'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the enrollment app does with another value' },
  remedy: 'Write a GUID into deviceidentifier, a GUID or a text into tenantidentifier, and 1, 2 or 3 into ownership.',
  needs: { each: 'deep-link-page' },
  applies: {
    when: 'a link has deviceidentifier, tenantidentifier or ownership',
    test: (evidence) => holds(evidence, ...custom),
  },

  *judge(evidence) {
    yield* seenIn(evidence, { kinds: ['wrong-device-identifier', 'wrong-ownership'] });
    yield* seenIn(evidence, { kinds: ['empty-value', 'wrong-escape'], of: custom });
  },

  counterexamples: [
    { name: 'a device that is no GUID', ...replace('deep-link-page', 'deviceidentifier=', 'deviceidentifier=pc-') },
    { name: 'an owner that does not exist', ...replace('deep-link-page', 'ownership=3', 'ownership=company') },
    { name: 'an empty tenant', ...replace('deep-link-page', 'tenantidentifier=', 'tenantidentifier=&amp;other=') },
  ],
});
