import { defineCheck } from '../../harness/engine/rule/check.ts';

const delay = /^\s*\d+\s*$/;

export const managementRetryAfter = defineCheck({
  id: 'management/retry-after',
  title: 'HTTP 429 says when the device may ask again',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-19'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'when a device tries again that is not told so; before Windows 10 2004 it asked again at once (MS-MDM 3.1.6)',
  },
  remedy: 'Send Retry-After with HTTP 429, in seconds or as a date.',
  needs: { each: 'manage', filter: 'response' },
  applies: { when: 'the server answers with HTTP 429', test: ({ response }) => response.status === 429 },

  *judge({ headers, at }) {
    const [field] = headers('Retry-After');
    if (!field) yield { message: 'HTTP 429 has no Retry-After', at: at('headers') };
    else if (!delay.test(field.value) && Number.isNaN(Date.parse(field.value))) {
      yield { message: `Retry-After is "${field.value}"`, at: field, expected: 'seconds or a date' };
    }
  },

  counterexamples: [{ name: 'no Retry-After', on: 'manage', every: 3, status: 429 }],
});
