import { readCertificate, UnreadableCertificate, type Certificate } from '../../protocol/pki/read/certificate.ts';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';

/** A bundle of all public roots has about 250 KB. */
const largestFile = 4 * 1024 * 1024;

/** A file that the user named, of bounded size. Throws `UsageError`. */
export async function readBoundedFile(file: string): Promise<Buffer> {
  return await readInputFile(file, largestFile);
}

/** The roots of a file as PEM; none where no file is named. */
export async function rootsIn(file: string | undefined): Promise<readonly string[]> {
  if (file === undefined) return [];
  return certificatesIn(await readBoundedFile(file), file).map(({ pem }) => pem);
}

/**
 * Reads all certificates of a file: one in DER, or PEM blocks in their order. It ignores other PEM blocks, such as keys.
 * Throws `UsageError` if a certificate cannot be read or there is none; the message names the file, the certificate and its line.
 */
export function certificatesIn(bytes: Buffer, file: string): Certificate[] {
  if (bytes[0] === 0x30 && !bytes.includes('-----BEGIN')) return [readOne(bytes, () => file)];
  const text = bytes.toString('latin1');
  const blocks = [...text.matchAll(/-----BEGIN ([^-\r\n]+)-----(.*?)(-----END \1-----|(?=-----BEGIN )|$)/gs)];
  const found = blocks.filter(([, label = '']) => /^(?:X509 )?CERTIFICATE$/.test(label));
  if (found.length === 0) throw new UsageError(`${file} holds no certificate; ${insteadOf(blocks)}`);
  return found.map((block, number) => {
    const [, , base64 = '', end] = block;
    const where = (): string =>
      `${file}, certificate ${number + 1} (line ${text.slice(0, block.index).split('\n').length})`;
    if (!end) throw new UsageError(`${where()} has no "-----END CERTIFICATE-----"`);
    return readOne(decode(base64, where), where);
  });
}

function insteadOf(blocks: readonly RegExpMatchArray[]): string {
  const wanted = 'expected PEM ("-----BEGIN CERTIFICATE-----") or DER';
  const labels = [...new Set(blocks.map(([, label = '']) => label))];
  return labels.length === 0 ? wanted : `${wanted}, found ${labels.join(', ')}`;
}

function decode(text: string, where: () => string): Buffer {
  const base64 = text.replace(/\s/g, '');
  if (base64.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return Buffer.from(base64, 'base64');
  throw new UsageError(`${where()} is not base64`);
}

function readOne(der: Buffer, where: () => string): Certificate {
  try {
    return readCertificate(der);
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
    throw new UsageError(`${where()} cannot be read: ${error.message}`);
  }
}
