import type { IssueStep } from '../../../harness/device/client/steps.ts';
import { issueFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';
import { requestSignatures, withWrongSignature } from '../../../harness/protocol/pki/read/certificate-request.ts';
import { shortKeyBits } from '../../../harness/protocol/pki/build/keys.ts';

const token = '//wst:RequestSecurityToken/wsse:BinarySecurityToken';
/** A SEQUENCE that announces more octets than follow. */
const garbage = Uint8Array.of(0x30, 0x82, 0x01, 0x2c, 0x6e, 0x6f, 0x20, 0x44, 0x45, 0x52);

const wrong: readonly Variation<IssueStep>[] = [
  {
    variant: 'no certificate request',
    deviations: ['schema', 'csr-missing'],
    edits: [{ xml: { op: 'remove', at: token } }],
  },
  {
    variant: 'an empty certificate request',
    deviations: ['csr-missing'],
    edits: [{ xml: { op: 'set', at: token, to: '' } }],
  },
  {
    variant: 'a certificate request that is not base64',
    deviations: ['csr-encoding'],
    edits: [{ xml: { op: 'set', at: token, to: '*this is not base64*' } }],
  },
  { variant: 'a certificate request that is no DER', deviations: ['csr-unreadable'], csr: () => garbage },
  {
    variant: 'a certificate request with a wrong signature',
    deviations: ['csr-signature'],
    csr: (_key, _identity, usual) => withWrongSignature(usual()),
  },
  {
    variant: 'a certificate request signed with MD5',
    deviations: ['csr-hash'],
    csr: (_key, _identity, usual) => usual(requestSignatures.md5),
  },
];
const shortKey: Variation<IssueStep> = {
  variant: 'a certificate request for a key of 1024 bits',
  deviations: ['csr-key-length'],
  keyBits: shortKeyBits,
};

/**
 * Certificate requests for which nobody can or should issue a certificate. A short key is missing if the policy allows
 * it.
 */
export const certificateRequestRefusals = issueFamily({
  id: 'certificate-request-refusals',
  title:
    'A certificate is requested without a PKCS #10 request, and with one that is unreadable, wrongly signed or weak',
  variations: ({ policy }) => ((policy?.minimalKeyLength ?? 0) > shortKeyBits ? [...wrong, shortKey] : wrong),
});
