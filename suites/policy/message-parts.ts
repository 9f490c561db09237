import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, remove, swap } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { sequenceFindings } from './shared/sequence.ts';
import type { Spared } from './shared/sequence.ts';

const parts = ['response', 'cAs', 'oIDs'];
const spared: Spared = {
  names: ['cAs'],
  impact: { kind: 'tolerated', says: 'Windows 10 went on when cAs was missing', evidence: witnesses.windows10 },
};

/** The three parts of the message refer to each other, so a reader looks for each of them. */
export const messageParts = defineCheck({
  id: 'policy/message-parts',
  title: 'GetPoliciesResponse holds response, cAs and oIDs in that order',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that looks for the three parts finds them' },
  remedy: 'Send response, cAs and oIDs, each once, in this order, with xsi:nil="true" where there is nothing to say.',
  needs: { each: 'get-policies' },

  *judge({ payload }) {
    yield* sequenceFindings(payload, parts, spared);
    for (const child of payload.children) {
      if (!parts.includes(child.name)) {
        yield { message: `GetPoliciesResponse has a child ${child.name}`, at: child, expected: parts.join(', ') };
      }
    }
  },

  counterexamples: [
    { name: 'an answer without cAs', ...remove('get-policies', '//x:GetPoliciesResponse/x:cAs') },
    { name: 'another order', ...swap('get-policies', '//x:GetPoliciesResponse/x:cAs') },
    { name: 'an unknown part', ...append('get-policies', '//x:GetPoliciesResponse', '<x:note>none</x:note>') },
  ],
});
