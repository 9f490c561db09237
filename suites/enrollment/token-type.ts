import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { responsesIn } from './shared/responses.ts';

const expected = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken';

/** Says that the token is one of this protocol and not any other that WS-Trust carries. */
export const tokenType = defineCheck({
  id: 'enrollment/token-type',
  title: 'TokenType is the URI of DeviceEnrollmentToken',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a token of another type; no recording shows one' },
  remedy: 'Send the TokenType of MS-MDE2 3.4.4.1.1.2, which is also the one of the request.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the collection holds a response',
    test: ({ payload }) => responsesIn(payload).length > 0,
  },

  *judge({ payload }) {
    for (const response of responsesIn(payload)) {
      const types = response.all('.//wst:TokenType');
      if (types.length === 0) yield { message: 'The response has no TokenType', at: response, expected };
      for (const type of types.filter(({ text }) => text.trim() !== expected)) {
        yield { message: `TokenType is "${type.text}"`, at: type, expected, actual: type.text };
      }
    }
  },

  counterexamples: [
    {
      name: 'the type of the provisioning document',
      ...set(
        'issue',
        '//wst:TokenType',
        'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc',
      ),
    },
    { name: 'an empty type', ...set('issue', '//wst:TokenType', '') },
    { name: 'a response without type', ...remove('issue', '//wst:TokenType') },
  ],
});
