import { readCertificate, UnreadableCertificate } from '../pki/certificate.ts';
import type { Certificate } from '../pki/certificate.ts';
import type { ClientCertificate } from '../session/exchange.ts';
import { parseXml, XmlSyntaxError } from '../xml/tree.ts';
import type { XmlTree } from '../xml/tree.ts';
import type { Enrolled } from './device.ts';

const address = '//characteristic[@type="APPLICATION"]/parm[@name="ADDR"]/@value';
const certificates = '//parm[@name="EncodedCertificate"]/@value';

/** Where the provisioning document sends the device to be managed; undefined where it names no address. */
export function managementUrl({ document }: Enrolled): string | undefined {
  return read(document, (tree) => tree.text(address)?.trim());
}

/** The certificate that was issued for the key of the device, with the authorities that came along; undefined where there is none. */
export function clientCertificate({ document, key }: Enrolled): ClientCertificate | undefined {
  const delivered =
    read(document, (tree) => tree.all(certificates).flatMap(({ text }) => readIfCertificate(text))) ?? [];
  const own = delivered.find(({ publicKey }) => Buffer.compare(publicKey.spki, key.spki) === 0);
  if (!own) return undefined;
  const above = delivered.filter((certificate) => certificate !== own);
  return {
    certificate: [own, ...above].map(({ pem }) => pem).join(''),
    privateKey: key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** Reads leniently: what is wrong with the document is for the checks to say. */
function read<T>(document: Uint8Array, look: (tree: XmlTree) => T): T | undefined {
  try {
    using tree = parseXml(document);
    return look(tree);
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function readIfCertificate(base64: string): Certificate[] {
  try {
    return [readCertificate(Buffer.from(base64, 'base64'))];
  } catch (error) {
    if (error instanceof UnreadableCertificate) return [];
    throw error;
  }
}
