import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';

/** Windows asks for no content coding during enrollment, so it is not ready for one. */
export const contentCoding = defineCheck({
  id: 'transport/content-coding',
  title: 'Answers are not content-coded unless the request asked for it',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['TRN-24'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device that asked for no coding takes the body for something that is no SOAP',
  },
  remedy: 'Send the body uncompressed where the request has no Accept-Encoding.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'answered' },
  applies: {
    when: 'the request has no Accept-Encoding',
    test: ({ exchange }) => !exchange.request.headers.some(([name]) => name.toLowerCase() === 'accept-encoding'),
  },

  *judge({ headers }) {
    for (const field of headers('Content-Encoding')) {
      if (field.value.trim().toLowerCase() !== 'identity') {
        yield { message: `Content-Encoding is "${field.value}"`, at: field, actual: field.value };
      }
    }
  },

  counterexamples: [{ name: 'a compressed answer', ...header('discover', 'Content-Encoding', 'gzip') }],
});
