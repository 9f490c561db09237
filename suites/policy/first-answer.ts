import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { booleanOf, quoted } from './shared/values.ts';

/** A device that enrolls has no policies yet, and says so by a nil lastUpdate. */
export const firstAnswer = defineCheck({
  id: 'policy/first-answer',
  title: 'A nil lastUpdate is not answered with policiesNotChanged',
  level: 'MUST',
  basis: 'specification',
  requirements: ['POL-29'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that has no policies yet goes on with its defaults' },
  remedy: 'Send the whole answer, with policiesNotChanged false or nil, to a request whose lastUpdate is nil.',
  needs: { each: 'get-policies' },
  applies: {
    when: 'the lastUpdate of the request is nil',
    test: ({ request }) =>
      request.find('/*/*[local-name()="Body"]/x:GetPolicies/x:client/x:lastUpdate')?.isNil === true,
  },

  *judge({ payload }) {
    for (const unchanged of payload.all('x:response/x:policiesNotChanged')) {
      if (booleanOf(unchanged) === true) {
        yield { message: quoted(unchanged), at: unchanged, expected: 'false or nil', actual: unchanged.text };
      }
    }
  },

  counterexamples: [
    { name: 'an answer that nothing changed', ...set('get-policies', '//x:policiesNotChanged', 'true') },
    { name: 'the other spelling of true', ...set('get-policies', '//x:policiesNotChanged', '1') },
  ],
});
