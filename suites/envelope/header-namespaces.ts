import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';

/** SOAP 1.2 asks it of every header block (Part 1 section 5.2.1); published samples break it with ActivityId. */
export const headerNamespaces = defineCheck({
  id: 'envelope/header-namespaces',
  title: 'Every header block is in a namespace',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-01'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device refuses the answer: SOAP 1.2 demands a namespace, and published samples have ActivityId in none',
  },
  remedy: `Write ActivityId in namespace ${namespaces.diag}, or leave it out.`,
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },
  applies: {
    when: 'the answer has header blocks',
    test: ({ header }) => header !== undefined && header.children.length > 0,
  },

  *judge({ header }) {
    for (const block of header?.children ?? []) {
      if (block.namespace === '') yield { message: `${block.name} is in no namespace`, at: block };
    }
  },

  counterexamples: [
    {
      name: 'the ActivityId of the published samples',
      ...replace('discover', `<ActivityId xmlns="${namespaces.diag}"`, '<ActivityId'),
    },
  ],
});
