import { defineCheck } from '../../harness/engine/rule/check.ts';
import { append, remove, set } from '../../harness/engine/rule/departures.ts';
import { validateBody } from '../../harness/protocol/xml/schema.ts';

/** The published schema of discovery, which binds more than the fields that have a check of their own. */
export const schema = defineCheck({
  id: 'discovery/schema',
  title: 'The DiscoverResponse is valid against the published schema',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-29'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of an answer that its schema does not admit' },
  remedy: 'Compare the answer with the schema in MS-MDE2 Appendix A.',
  needs: { each: 'discover' },

  *judge({ answer, at }) {
    for (const { message, path } of validateBody(answer, 'discover-response')) {
      yield { message, at: at('body', path) };
    }
  },

  counterexamples: [
    {
      name: 'an element that the schema does not know',
      ...append('discover', '//d:DiscoverResult', '<TenantId>7</TenantId>'),
    },
    { name: 'a missing address', ...remove('discover', '//d:EnrollmentServiceUrl') },
    { name: 'a value of another type', ...set('discover', '//d:EnrollmentVersion', 'four') },
  ],
});
