import { testCheck } from '../../harness/testing/check-tester.ts';
import { malformedMessageSubcode } from './malformed-message-subcode.ts';
import { envelopeRefusals } from './scenarios/envelope-refusals.ts';

testCheck(malformedMessageSubcode, {
  scenarios: [envelopeRefusals],
  fails: ['The server refused with a fault (InternalServiceFault)', 'The server refused with a fault (Authentication)'],
  inconclusive: {
    'a server that accepts one of them': { on: 'discover fault', deviation: 'malformed', answer: { as: 'control' } },
    'a server that answers every refusal with a page': (['discover', 'get-policies', 'issue'] as const).map((kind) => ({
      on: `${kind} fault` as const,
      answer: { as: 'html' } as const,
    })),
  },
});
