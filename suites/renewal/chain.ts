import { defineCheck } from '../../harness/engine/check.ts';
import { behaves } from '../../harness/engine/departures.ts';
import { UnusableEvidence } from '../../harness/engine/unusable.ts';
import { readCertificate } from '../../harness/pki/certificate.ts';
import { validatePath } from '../../harness/pki/path/validate.ts';
import { readPem } from '../../harness/pki/pem.ts';

const clockToleranceMs = 5 * 60_000;

/** A renewal brings no root, unless the device needs another: what the enrollment delivered has to do. */
export const renewedChain = defineCheck({
  id: 'renewal/chain',
  title: 'The renewed certificate chains to a root that the device has',
  level: 'MUST',
  basis: 'windows',
  requirements: ['REN-17'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the certificate is unusable: whoever validates its path refuses it' },
  remedy: 'Renew under the root that was delivered with the enrollment, or deliver the new one with the renewal.',
  needs: { flow: ['issue', 'renew'] },

  *judge({ issue, renew }) {
    const { node, certificate: renewed } = renew.provisioning.client;
    const delivered = [issue, renew]
      .flatMap(({ provisioning }) => provisioning.certificates)
      .filter(({ certificate }) => certificate.sha1 !== renewed.sha1);
    const under = (isRoot: boolean): readonly (typeof renewed)[] =>
      delivered.filter(({ store }) => (store === 'Root') === isRoot).map(({ certificate }) => certificate);
    const { findings } = validatePath(renewed, {
      anchors: [
        ...under(true),
        ...renew.deviceTrust.flatMap((pem) => readPem(pem, 'CERTIFICATE')).map(readCertificate),
      ],
      intermediates: under(false),
      at: renew.now,
      toleranceMs: clockToleranceMs,
      purpose: 'client',
    });
    const stops = findings.filter(({ stopsDevice }) => stopsDevice);
    const unchecked = findings.find(({ rule }) => rule === 'unchecked-signature');
    if (unchecked && stops.length === 0) throw new UnusableEvidence(unchecked.message);
    for (const { message } of stops) yield { message, at: node };
  },

  counterexamples: [
    { name: 'a signature by another key', ...behaves({ renewed: { otherSigner: true } }) },
    { name: 'an issuer that the device does not know', ...behaves({ renewed: { issuer: 'CN=Somebody else' } }) },
  ],
});
