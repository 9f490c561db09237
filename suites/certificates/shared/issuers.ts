import type { Evidence } from '../../../harness/engine/evidence.ts';
import { readCertificate } from '../../../harness/pki/certificate.ts';
import type { Certificate } from '../../../harness/pki/certificate.ts';
import { buildChain } from '../../../harness/pki/chain-link.ts';
import { readPem } from '../../../harness/pki/pem.ts';

/** Whose signatures the issued certificate stands on, its own issuer first: among what was delivered and what the device trusts. */
export function issuersOf({ provisioning, deviceTrust }: Evidence): readonly Certificate[] {
  const { client, certificates } = provisioning;
  const delivered = certificates.filter(({ node }) => node.path !== client.node.path);
  const trusted = deviceTrust.flatMap((pem) => readPem(pem, 'CERTIFICATE')).map(readCertificate);
  return buildChain(client.certificate, [...delivered.map(({ certificate }) => certificate), ...trusted]).slice(1);
}
