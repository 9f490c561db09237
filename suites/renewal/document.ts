import { isBase64 } from '../../harness/wire/redaction/base64-text.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import { renewedProvisioning } from '../../harness/engine/rule/departures.ts';
import { provisioningBytes } from '../../harness/engine/evidence/provisioning.ts';
import type { Provisioning } from '../../harness/engine/evidence/provisioning.ts';
import { clientCertificateFinding } from '../provisioning/shared/client-certificate-finding.ts';
import { documentDefect } from '../provisioning/shared/document-defect.ts';
import { encodedImpact } from '../provisioning/shared/encoded-impact.ts';
import { isReadableCertificate } from '../provisioning/shared/readable-certificate.ts';

/** All that a renewal has to bring: one certificate that the device can read, where it looks for it. */
export const renewalDocument = defineCheck({
  id: 'renewal/document',
  title: 'A renewal brings a document with exactly one client certificate, under My/User or My/System',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-31'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device gets no certificate in the place of the one that expires',
    evidence: { by: 'specified', source: 'MS-MDE2 18.0, section 3.5.4.1.1.2: the document brings the new certificate' },
  },
  remedy: 'Answer a renewal with CertificateStore/My/User or My/System and the new certificate in one line of base64.',
  needs: { each: 'renew' },
  applies: { when: 'the token is base64', test: ({ answer }) => provisioningBytes(answer) !== undefined },

  *judge(evidence) {
    const bytes = provisioningBytes(evidence.answer);
    const defect = bytes && documentDefect(bytes);
    if (defect === undefined) yield* certificateDefects(evidence.provisioning);
    else yield { message: defect, at: evidence.at('provisioning-document') };
  },

  counterexamples: [
    { name: 'a raw ampersand', ...renewedProvisioning.replace('value="ReferenceMDM"', 'value="R&D"') },
    { name: 'another root', ...renewedProvisioning.rename('/wap-provisioningdoc', 'provisioningdoc') },
    { name: 'no certificate', ...renewedProvisioning.remove('//characteristic[@type="User"]/characteristic') },
    { name: 'a certificate twice', ...renewedProvisioning.duplicate('//characteristic[@type="User"]/characteristic') },
    {
      name: 'a store that does not exist',
      ...renewedProvisioning.set('//characteristic[@type="User"]/@type', 'Device'),
    },
    { name: 'a blank inside the base64', ...renewedProvisioning.replace('value="MII', 'value="MI I') },
    { name: 'another text', ...renewedProvisioning.set('//parm[@name="EncodedCertificate"]/@value', 'AAAA') },
  ],
});

function* certificateDefects(document: Provisioning): Iterable<Seen> {
  for (const { node, encoded } of document.certificates) {
    if (!encoded || !isBase64(encoded.text)) {
      const impact = encodedImpact(encoded?.text ?? '');
      yield { message: 'The certificate is not one line of base64', at: encoded ?? node, ...impact };
      return;
    }
    if (!isReadableCertificate(encoded.text)) {
      yield { message: 'EncodedCertificate is no DER certificate', at: encoded, actual: encoded.text.slice(0, 80) };
      return;
    }
  }
  yield* clientCertificateFinding(document);
}
