import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { tokensIn } from './shared/responses.ts';

/** Published samples pad the token, none of them breaks it into lines. */
export const tokenSpacing = defineCheck({
  id: 'enrollment/token-spacing',
  title: 'The base64 of the token has no white space inside',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device decodes base64 with white space inside' },
  remedy: 'Write the base64 of the provisioning document without line breaks.',
  needs: { each: ['issue', 'renew'] },
  applies: { when: 'the answer holds a token', test: ({ payload }) => tokensIn(payload).length > 0 },

  *judge({ payload }) {
    for (const token of tokensIn(payload)) {
      if (/\s/.test(token.text.trim())) yield { message: 'White space stands inside the base64', at: token };
    }
  },

  counterexamples: [
    { name: 'a line break', ...replace('issue', '">PHdhcC', '">PHd\nhcC') },
    { name: 'blanks', ...replace('issue', '">PHdhcC', '">PHd hc  C') },
  ],
});
