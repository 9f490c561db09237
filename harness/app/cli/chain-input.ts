import { readProvisioningDocument, type Provisioning } from '../../engine/evidence/provisioning.ts';
import { UnusableEvidence } from '../../engine/evidence/unusable.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { PathOptions, PeerName, Purpose } from '../../protocol/pki/path/validate.ts';
import { peerNameDefect } from '../../protocol/pki/path/peer-name.ts';
import { certificatesIn, readBoundedFile } from './certificate-files.ts';
import { UsageError } from './usage-error.ts';

/** The options of the command line that say how to validate. */
export interface ChainWords {
  readonly trust: readonly string[];
  readonly intermediates: readonly string[];
  readonly purpose?: Purpose;
  readonly at?: string;
  readonly name: readonly string[];
  readonly maxDepth?: string;
}

/** The certificate to validate, and how. */
export interface ChainInput {
  readonly leaf: Certificate;
  readonly options: PathOptions;
}

/** Reads the files and options of the command. Throws `UsageError`, which names the option or the file and what is allowed. */
export async function readChainInput(file: string, words: ChainWords): Promise<ChainInput> {
  const demands = {
    at: words.at === undefined ? new Date() : instant(words.at),
    names: words.name.map(peerName),
    ...(words.maxDepth === undefined ? {} : { maxDepth: depth(words.maxDepth) }),
  };
  const bytes = await readBoundedFile(file);
  const { leaf, roots, others, purpose } = isXml(bytes) ? fromDocument(bytes, file) : fromCertificates(bytes, file);
  if (words.trust.length === 0 && roots === undefined) {
    throw new UsageError(
      '--trust is missing; name a PEM file of trusted certificates (only a provisioning document brings its own)',
    );
  }
  const wanted = words.purpose ?? purpose;
  const given = words.trust.length > 0 ? await readAll(words.trust) : (roots ?? []);
  const intermediates = [
    ...others,
    ...(words.trust.length > 0 ? (roots ?? []) : []),
    ...(await readAll(words.intermediates, true)),
  ];
  return { leaf, options: { ...demands, anchors: given, intermediates, ...(wanted ? { purpose: wanted } : {}) } };
}

interface Given {
  readonly leaf: Certificate;
  /** Absent if this form of input cannot hold any. */
  readonly roots?: readonly Certificate[];
  readonly others: readonly Certificate[];
  readonly purpose?: Purpose;
}

async function readAll(files: readonly string[], mayBeEmpty = false): Promise<Certificate[]> {
  const all = await Promise.all(
    files.map(async (file) => {
      const bytes = await readBoundedFile(file);
      return mayBeEmpty && bytes.toString('latin1').trim() === '' ? [] : certificatesIn(bytes, file);
    }),
  );
  return all.flat();
}

function isXml(bytes: Buffer): boolean {
  return /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*</.test(bytes.subarray(0, 64).toString('latin1'));
}

function fromCertificates(bytes: Buffer, file: string): Given {
  const [leaf, ...others] = certificatesIn(bytes, file);
  if (!leaf) throw new UsageError(`${file} holds no certificate`);
  return { leaf, others, ...(leaf.extendedKeyUsages?.includes(clientAuthentication) && { purpose: 'client' }) };
}

/** A certificate that can authenticate a client is judged for it, because that is what devices get (RFC 5280 section 4.2.1.12). */
const clientAuthentication = '1.3.6.1.5.5.7.3.2';

/** The client certificate is the leaf; the device will trust the certificates under Root. */
function fromDocument(bytes: Buffer, file: string): Given {
  let document: Provisioning | undefined;
  try {
    document = readProvisioningDocument(bytes);
    return certificatesOf(document);
  } catch (error) {
    if (!(error instanceof UnusableEvidence)) throw error;
    throw new UsageError(`${file}: ${error.message}; expected a provisioning document, or certificates as PEM`);
  } finally {
    document?.tree[Symbol.dispose]();
  }
}

function certificatesOf({ client, certificates }: Provisioning): Given {
  const leaf = client.certificate;
  const delivered = certificates.filter((other) => other !== client);
  return {
    leaf,
    roots: delivered.filter(({ store }) => store === 'Root').map(({ certificate }) => certificate),
    others: delivered.filter(({ store }) => store !== 'Root').map(({ certificate }) => certificate),
    purpose: 'client',
  };
}

const instantPattern = /^(\d{4})-(\d{2})-(\d{2})(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** ISO 8601; UTC if it names no offset. */
function instant(word: string): Date {
  const [, year, month, day] = instantPattern.exec(word) ?? [];
  const hasOffset = /(?:Z|[+-]\d{2}:\d{2})$/.test(word);
  const date = new Date(word.includes('T') && !hasOffset ? `${word}Z` : word);
  const exists = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
  if (day !== undefined && exists && !Number.isNaN(date.getTime())) return date;
  throw new UsageError(`--at: "${word}" is not a time; write it as 2026-03-01T12:00:00Z or 2026-03-01`);
}

function peerName(word: string): PeerName {
  const [, type, value] = /^(dns|ip|email):(.*)$/s.exec(word) ?? [];
  if ((type !== 'dns' && type !== 'ip' && type !== 'email') || value === undefined) {
    throw new UsageError(`--name: "${word}" is not allowed; write dns:<host>, ip:<address> or email:<address>`);
  }
  const wanted = peerNameDefect({ type, value });
  if (wanted === undefined) return { type, value };
  throw new UsageError(`--name: "${word}" is not allowed; "${type}:" needs ${wanted}`);
}

function depth(word: string): number {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  throw new UsageError(`--max-depth: "${word}" is not allowed; give a number of intermediates, 0 or more`);
}
