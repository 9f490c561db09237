import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { Certificate } from '../../../harness/protocol/pki/read/certificate.ts';
import { buildChain } from '../../../harness/protocol/pki/read/chain-link.ts';

/**
 * The issuers above the issued certificate, nearest first, among the delivered certificates and those that the device
 * trusts.
 */
export function issuersOf({ provisioning, deviceTrust }: Evidence): readonly Certificate[] {
  const { client, certificates, trusted } = provisioning;
  const delivered = [...certificates.filter((other) => other !== client), ...trusted];
  return buildChain(client.certificate, [...delivered.map(({ certificate }) => certificate), ...deviceTrust]).slice(1);
}
