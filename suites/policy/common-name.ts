import { defineCheck } from '../../harness/engine/rule/check.ts';
import { duplicate } from '../../harness/engine/rule/departures.ts';
import { attributesPath } from './shared/paths.ts';

const path = `${attributesPath}/x:commonName`;

/** Policies name each other by it, in supersededPolicies. */
export const commonName = defineCheck({
  id: 'policy/common-name',
  title: 'The commonName of each policy is unique in the message',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-22'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device has to tell the two policies apart' },
  remedy: 'Give each policy a commonName of its own.',
  needs: { each: 'get-policies' },
  applies: { when: 'a policy has a commonName', test: ({ payload }) => payload.find(path) !== undefined },

  *judge({ payload }) {
    const seen = new Set<string>();
    for (const name of payload.all(path)) {
      if (seen.has(name.text)) yield { message: `commonName "${name.text}" is there twice`, at: name };
      seen.add(name.text);
    }
  },

  counterexamples: [{ name: 'the same policy twice', ...duplicate('get-policies', '//x:policy') }],
});
