import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate, remove, swap } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { sequenceFindings } from './shared/sequence.ts';
import type { Spared } from './shared/sequence.ts';
import { hasValue, valuesAt } from './shared/values.ts';

const parts = ['policyID', 'policyFriendlyName', 'nextUpdateHours', 'policiesNotChanged', 'policies'];
const spared: Spared = {
  names: ['policyID', 'policyFriendlyName'],
  impact: {
    kind: 'tolerated',
    says: 'Windows 10 went on when policyID and policyFriendlyName were missing',
    evidence: witnesses.windows10,
  },
};

/** A sequence in the schema: a reader that follows it stops at the first element out of place. */
export const responseParts = defineCheck({
  id: 'policy/response-parts',
  title: 'response holds policyID, policyFriendlyName, nextUpdateHours, policiesNotChanged and policies in that order',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-02'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device finds its policies; a reader that follows the schema stops at the first element out of place',
  },
  remedy: 'Send the five elements, each once, in this order; all but policyID may be nil.',
  needs: { each: 'get-policies' },
  applies: { when: 'response is not nil', test: ({ payload }) => hasValue(payload, 'x:response') },

  *judge({ payload }) {
    for (const response of valuesAt(payload, 'x:response')) yield* sequenceFindings(response, parts, spared);
  },

  counterexamples: [
    { name: 'a response without policyID', ...remove('get-policies', '//x:policyID') },
    { name: 'another order', ...swap('get-policies', '//x:policyFriendlyName') },
    { name: 'a repeated element', ...duplicate('get-policies', '//x:nextUpdateHours') },
  ],
});
