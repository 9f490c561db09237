import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import { otherKeyFinding, otherKeyImpact, whenRequestIsReadable } from './shared/certified-key.ts';

/** The device can use the certificate only with the key of its request. */
export const publicKey = defineCheck({
  id: 'certificates/public-key',
  title: 'The issued certificate certifies the key of the certificate request',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-22'],
  since: '0.1.0',
  impact: otherKeyImpact,
  remedy: 'Issue the certificate for the public key of the PKCS#10 request.',
  needs: { each: 'issue' },
  applies: whenRequestIsReadable,

  *judge(evidence) {
    yield* otherKeyFinding(evidence);
  },

  counterexamples: [{ name: 'a certificate for another key', ...reissue({ otherKey: true }) }],
});
