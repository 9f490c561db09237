import type { Minted } from '../../../protocol/pki/testing/mint.ts';

/** Certificates as one PEM file. */
export const pemOf = (...minted: readonly Minted[]): string =>
  minted.map(({ certificate }) => certificate.pem).join('');

/** A provisioning document that delivers these certificates. */
export function documentOf(stores: Readonly<Record<string, readonly Minted[]>>): string {
  const characteristic = (type: string, ...inner: readonly string[]): string =>
    `<characteristic type="${type}">${inner.join('')}</characteristic>`;
  const placed = Object.entries(stores).map(([store, minted]) =>
    characteristic(
      store,
      characteristic(
        'System',
        ...minted.map(({ certificate: { sha1, der } }) =>
          characteristic(sha1, `<parm name="EncodedCertificate" value="${Buffer.from(der).toString('base64')}"/>`),
        ),
      ),
    ),
  );
  return `<wap-provisioningdoc version="1.1">${characteristic('CertificateStore', ...placed)}</wap-provisioningdoc>`;
}
