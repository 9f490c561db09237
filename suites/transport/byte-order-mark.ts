import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';

const marks = ['\u00EF\u00BB\u00BF', '\u00FE\u00FF', '\u00FF\u00FE'];

/** No published answer has these three bytes, and string comparisons fail on them. */
export const byteOrderMark = defineCheck({
  id: 'transport/byte-order-mark',
  title: 'Answers begin with their XML, not with a byte order mark',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-25'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device passes over the mark, as an XML reader does; no published answer has one',
  },
  remedy: 'Write the answer in UTF-8 without a byte order mark.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge({ response, at }) {
    const start = Buffer.from(response.body.subarray(0, 3)).toString('latin1');
    if (marks.some((mark) => start.startsWith(mark))) {
      yield { message: 'The body begins with a byte order mark', at: at('body') };
    }
  },

  counterexamples: [{ name: 'a byte order mark', ...replace('discover', '<s:Envelope', '\uFEFF<s:Envelope') }],
});
