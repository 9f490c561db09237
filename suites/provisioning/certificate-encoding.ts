import { defineCheck } from '../../harness/engine/rule/check.ts';
import { isBase64 } from '../../harness/wire/redaction/base64-text.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { encodedImpact } from './shared/encoded-impact.ts';
import { isReadableCertificate } from './shared/readable-certificate.ts';

/** MS-MDE2 2.2.9.2 allows no formatting characters in it. */
export const certificateEncoding = defineCheck({
  id: 'provisioning/certificate-encoding',
  title: 'Each EncodedCertificate is base64 of a DER certificate, without line breaks or blanks',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-04'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x8018001E',
    says: 'the device cannot install the certificate',
    evidence: witnesses.constants,
  },
  remedy: 'Write each certificate as one line of base64 of its DER.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const { node, encoded } of provisioning.certificates) {
      if (!encoded) {
        yield { message: 'The certificate has no EncodedCertificate', at: node };
      } else if (!isBase64(encoded.text)) {
        yield {
          message: 'EncodedCertificate is not one line of base64',
          at: encoded,
          actual: encoded.text.slice(0, 80),
          ...encodedImpact(encoded.text),
        };
      } else if (!isReadableCertificate(encoded.text)) {
        yield { message: 'EncodedCertificate is no DER certificate', at: encoded, actual: encoded.text.slice(0, 80) };
      }
    }
  },

  counterexamples: [
    { name: 'a blank inside the base64', ...provisioning.replace('value="MII', 'value="MI I') },
    {
      name: 'another text',
      ...provisioning.set('//characteristic[@type="CA"]//parm[@name="EncodedCertificate"]/@value', 'AAAA'),
    },
    {
      name: 'a characteristic without its certificate',
      ...provisioning.remove('//characteristic[@type="Root"]//parm[@name="EncodedCertificate"]'),
    },
  ],
});
