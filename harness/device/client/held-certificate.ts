import { isAutomatic, renewalSettings } from '../../engine/evidence/renewal-offer.ts';
import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { ClientCertificate } from '../../wire/exchange/exchange.ts';
import { withoutPlainDoctype } from '../../protocol/xml/plain-doctype.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';

/** A certificate that a device holds, with its key. */
export interface HeldCertificate {
  readonly certificate: Certificate;
  readonly key: KeyPair;
  /** The delivered intermediates between it and its root, as PEM. */
  readonly intermediates: string;
}

/** What a provisioning document says about renewal (MS-MDE2 2.2.9.2). */
export interface RenewalOffer {
  /** Whether a device renews automatically. */
  readonly automatic: boolean;
  /** Whether a device that lost its certificate may ask for it again (MS-MDE2 3.6). */
  readonly recovery: boolean;
  /** The address of renewal, if it is not that of the enrollment. */
  readonly serverUrl?: string;
}

/** The certificate in a provisioning document for this key; undefined if there is none. Reads leniently. */
export function certificateFor(key: KeyPair, document: Uint8Array): HeldCertificate | undefined {
  return readDocument(document, (tree) => {
    const certificates = tree
      .all('//parm[@name="EncodedCertificate"]/@value')
      .flatMap(({ text }) => readable(Buffer.from(text, 'base64')) ?? []);
    const certificate = certificates.find(({ publicKey }) => Buffer.compare(publicKey.spki, key.spki) === 0);
    const intermediates = certificates.filter(
      ({ ca, subject, issuer }) => ca === true && subject.toString() !== issuer.toString(),
    );
    return certificate && { certificate, key, intermediates: intermediates.map(({ pem }) => pem).join('') };
  });
}

/** Reads what a provisioning document says about renewal. */
export function readRenewalOffer(document: Uint8Array): RenewalOffer {
  const read = readDocument(document, (tree) => {
    const settings = renewalSettings({ tree });
    const serverUrl = settings?.find('parm[@name="ServerURL"]')?.attribute('value')?.trim() ?? '';
    const recovery = tree.find('//characteristic[@type="Recovery"]/parm[@name="AllowRecovery"]')?.attribute('value');
    return {
      automatic: isAutomatic(settings),
      recovery: /^(true|1)$/i.test(recovery?.trim() ?? ''),
      ...(serverUrl === '' ? {} : { serverUrl }),
    };
  });
  return read ?? { automatic: false, recovery: false };
}

/** The certificate and key for a TLS handshake. */
export function asClientCertificate({ certificate, key, intermediates }: HeldCertificate): ClientCertificate {
  return {
    certificate: certificate.pem + intermediates,
    privateKey: key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Reads a provisioning document leniently; the checks report what is wrong with it. */
export function readDocument<T>(document: Uint8Array, read: (tree: XmlTree) => T): T | undefined {
  try {
    using tree = parseXml(withoutPlainDoctype(document));
    return read(tree);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function readable(der: Uint8Array): Certificate | undefined {
  try {
    return readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return undefined;
    throw error;
  }
}
