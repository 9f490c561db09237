import { defineCheck } from '../../harness/engine/rule/check.ts';
import { framing } from '../../harness/engine/rule/departures.ts';

/** The other side of the ban on chunking: a message that is sent whole says how long it is. */
export const announcedLength = defineCheck({
  id: 'transport/announced-length',
  title: 'Each SOAP answer announces its length with Content-Length',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes an answer without a length for one that was cut off' },
  remedy: 'Send a Content-Length with each answer.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'answered' },
  applies: {
    when: 'the answer was recorded as it was on the wire, and is not chunked',
    test: ({ response, headers }) => response.framing !== undefined && headers('Transfer-Encoding').length === 0,
  },

  *judge({ headers, at }) {
    if (headers('Content-Length').length === 0) {
      yield { message: 'The answer has no Content-Length', at: at('framing', 'Content-Length') };
    }
  },

  counterexamples: [{ name: 'an answer that ends with its connection', ...framing('discover', 'no-length') }],
});
