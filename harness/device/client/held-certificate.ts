import { isAutomatic, renewalSettings } from '../../engine/evidence/renewal-offer.ts';
import { readCertificate, UnreadableCertificate } from '../../protocol/pki/read/certificate.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { ClientCertificate } from '../../wire/exchange/exchange.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';

/** A certificate that a device holds, with its key. */
export interface HeldCertificate {
  readonly certificate: Certificate;
  readonly key: KeyPair;
  /** What was delivered between it and its root, as PEM. */
  readonly intermediates: string;
}

/** What a document says of renewal (MS-MDE2 2.2.9.2). */
export interface RenewalOffer {
  /** Whether a device renews by itself. */
  readonly automatic: boolean;
  /** Whether a device may ask for its certificate again when it has lost it (MS-MDE2 3.6). */
  readonly recovery: boolean;
  /** Where it begins, if that is not where the device enrolled. */
  readonly serverUrl?: string;
}

/** The certificate in a provisioning document that belongs to this key; undefined where none does. Reads leniently. */
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

/** What a provisioning document says of renewal. */
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

/** What the device shows in a TLS handshake. */
export function asClientCertificate({ certificate, key, intermediates }: HeldCertificate): ClientCertificate {
  return {
    certificate: certificate.pem + intermediates,
    privateKey: key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Reads a provisioning document leniently: what is wrong with it is for the checks to say. */
export function readDocument<T>(document: Uint8Array, read: (tree: XmlTree) => T): T | undefined {
  try {
    using tree = parseXml(document);
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
