import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { chainStops } from '../provisioning/shared/chain-stops.ts';

/** A renewal usually brings no root, so the roots of the enrollment have to be enough. */
export const renewedChain = defineCheck({
  id: 'renewal/chain',
  title: 'The renewed certificate chains to a root that the device has',
  level: 'MUST',
  basis: 'specification',
  requirements: ['REN-17', 'X509-15'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the certificate is refused wherever its path is validated',
    evidence: { by: 'specified', source: 'RFC 5280, section 6.1' },
  },
  remedy: 'Renew under the root that was delivered with the enrollment, or deliver the new one with the renewal.',
  needs: { flow: ['issue', 'renew'] },

  *judge({ issue, renew }) {
    const delivered = [issue, renew].flatMap(({ provisioning: { certificates, trusted } }) => [
      ...certificates,
      ...trusted,
    ]);
    for (const { message } of chainStops(renew, delivered)) yield { message, at: renew.provisioning.client.node };
  },

  counterexamples: [
    { name: 'a signature by another key', ...behaves({ renewed: { otherSigner: true } }) },
    { name: 'an issuer that the device does not know', ...behaves({ renewed: { issuer: 'CN=Somebody else' } }) },
  ],
});
