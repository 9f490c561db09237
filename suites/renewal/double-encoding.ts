import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Impact } from '../../harness/engine/rule/impact.ts';
import { faultFinding } from '../faults/shared/fault-finding.ts';

/** Windows 10 renews automatically alone (MS-MDE2 note 3), so nothing is claimed about devices. */
const impact: Impact = {
  kind: 'unknown',
  says: 'Windows 10 and later renew automatically; another client that lets its user renew gets no reason',
};

/** A renewal that the user triggers is in base64 once more; a server that offers no such renewal may refuse it. */
export const doubleEncoding = defineCheck({
  id: 'renewal/double-encoding',
  title: 'A renewal in double base64, as a user triggers it, is granted or refused with a SOAP fault',
  level: 'SHOULD',
  basis: 'windows',
  requirements: ['FLT-15'],
  since: '0.1.0',
  contrived: true,
  impact,
  remedy: 'Decode the token of a renewal twice where it is base64 twice, or answer it with a SOAP fault.',
  needs: { each: 'renew', where: { family: 'double-encoding' } },

  *judge(evidence) {
    if (evidence.state === 'success') return;
    for (const seen of faultFinding(evidence)) yield { ...seen, impact };
  },

  counterexamples: [
    { name: 'an HTML page', on: 'renew', matching: '#PKCS7"[^>]*>TUlJ', answer: { as: 'html' } },
    { name: 'a closed connection', on: 'renew', matching: '#PKCS7"[^>]*>TUlJ', connection: 'close' },
  ],
});
