import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { otherKeyFinding, otherKeyImpact, whenRequestIsReadable } from '../certificates/shared/certified-key.ts';

/** The device makes a new key for each certificate, and finds none for any other. */
export const renewedPublicKey = defineCheck({
  id: 'renewal/public-key',
  title: 'The renewed certificate certifies the new key in the request',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['REN-09'],
  since: '0.1.0',
  impact: otherKeyImpact,
  remedy: 'Issue the certificate for the public key of the PKCS #10 request inside the PKCS #7 message.',
  needs: { each: 'renew' },
  applies: whenRequestIsReadable,

  *judge(evidence) {
    yield* otherKeyFinding(evidence);
  },

  counterexamples: [
    { name: 'a certificate for another key', ...behaves({ renewed: { otherKey: true } }) },
    { name: 'the certificate that was to be renewed', ...behaves({ repeatsCertificate: true }) },
  ],
});
