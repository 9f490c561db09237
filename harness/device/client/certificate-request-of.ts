import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import { modernCertificateRequest, windowsCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { RequestSignature } from '../../protocol/pki/build/build-certificate-request.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { DeviceIdentity } from './identity.ts';
import type { IssueStep } from './steps.ts';

/** DER of the certificate request of this shape for a device; a function builds on the form that the server accepts. */
export function certificateRequestOf(
  key: KeyPair,
  identity: DeviceIdentity,
  shape: NonNullable<IssueStep['csr']>,
  { certificateRequest }: AcceptedForms,
): Uint8Array {
  if (typeof shape !== 'function') return requestIn(shape, key, identity);
  return shape(key, identity, (signature) => requestIn(certificateRequest, key, identity, signature));
}

function requestIn(
  form: AcceptedForms['certificateRequest'],
  key: KeyPair,
  identity: DeviceIdentity,
  signature?: RequestSignature,
): Uint8Array {
  return form === 'windows'
    ? windowsCertificateRequest(key, identity, signature)
    : modernCertificateRequest(key, { commonName: identity.guid, deviceId: identity.deviceId }, signature);
}
