import { defineCheck } from '../../harness/engine/rule/check.ts';
import { attribute, set } from '../../harness/engine/rule/departures.ts';

/** Of the five parts of a response the only one that may not be nil; published samples send it empty. */
export const policyId = defineCheck({
  id: 'policy/policy-id',
  title: 'policyID is not nil',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a nil policyID; Windows 10 19043 went on without any' },
  remedy: 'Give the set of policies an identifier, or send policyID as an empty string.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'response has a policyID',
    test: ({ payload }) => payload.find('x:response/x:policyID') !== undefined,
  },

  *judge({ payload }) {
    for (const id of payload.all('x:response/x:policyID')) {
      if (id.isNil) yield { message: 'policyID is nil', at: id };
    }
  },

  counterexamples: [
    {
      name: 'a nil policyID',
      ...set('get-policies', '//x:policyID', ''),
      and: [attribute('get-policies', '//x:policyID', '{http://www.w3.org/2001/XMLSchema-instance}nil', 'true')],
    },
  ],
});
