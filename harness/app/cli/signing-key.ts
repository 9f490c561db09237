import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { readInputFile } from './input-file.ts';
import { UsageError } from './usage-error.ts';

/** A key has a few hundred bytes. */
const largestKey = 65_536;

const kinds = 'Ed25519, or EC on P-256';
const make = 'make one with: openssl genpkey -algorithm ed25519 -out key.pem';
const take = 'take the public half with: openssl pkey -in key.pem -pubout -out pub.pem';

/** The private key of `--sign`: PKCS#8 in PEM, Ed25519 or P-256. Throws `UsageError`, which shows nothing of the file. */
export async function readSigningKey(file: string): Promise<KeyObject> {
  const pem = (await readInputFile(file, largestKey)).toString('latin1');
  const label = labelOf(pem);
  const refused = (what: string): UsageError => new UsageError(`--sign: ${file} ${what}`);
  if (label === 'ENCRYPTED PRIVATE KEY') {
    throw refused(
      'is encrypted, and this tool asks for no passphrase; decrypt it with: openssl pkey -in key.pem -out plain.pem',
    );
  }
  if (label.endsWith(' PRIVATE KEY')) {
    throw refused(
      `is a key of the older form "${label}"; convert it with: openssl pkcs8 -topk8 -nocrypt -in key.pem -out key8.pem`,
    );
  }
  if (label !== 'PRIVATE KEY')
    throw refused(`${insteadOf(label)}; expected a private key (PKCS#8 in PEM, ${kinds}); ${make}`);
  const key = reading(() => createPrivateKey({ key: pem, format: 'pem' }));
  if (!key) throw refused(`cannot be read as a private key; ${make}`);
  refuseOther(key, refused);
  return key;
}

/** The public key of `--key`: SubjectPublicKeyInfo in PEM, Ed25519 or P-256. Throws `UsageError`. */
export async function readVerificationKey(file: string): Promise<KeyObject> {
  const pem = (await readInputFile(file, largestKey)).toString('latin1');
  const label = labelOf(pem);
  const refused = (what: string): UsageError => new UsageError(`--key: ${file} ${what}`);
  if (label.endsWith('PRIVATE KEY')) throw refused(`is a private key; verifying needs the public one: ${take}`);
  if (label !== 'PUBLIC KEY') throw refused(`${insteadOf(label)}; expected a public key in PEM (${kinds}); ${take}`);
  const key = reading(() => createPublicKey({ key: pem, format: 'pem' }));
  if (!key) throw refused(`cannot be read as a public key; ${take}`);
  refuseOther(key, refused);
  return key;
}

function refuseOther(key: KeyObject, refused: (what: string) => UsageError): void {
  const { asymmetricKeyType: type = '', asymmetricKeyDetails: details } = key;
  if (type === 'ed25519' || (type === 'ec' && details?.namedCurve === 'prime256v1')) return;
  const curve = details?.namedCurve === undefined ? '' : ` on ${details.namedCurve}`;
  throw refused(`is a key of ${type.toUpperCase()}${curve}; allowed: ${kinds}; ${make}`);
}

/** The words after BEGIN of the first block; empty for what is no PEM. */
function labelOf(pem: string): string {
  return /-----BEGIN ([A-Z0-9 ]{1,40})-----/.exec(pem)?.[1] ?? '';
}

function insteadOf(label: string): string {
  return label === '' ? 'holds no PEM' : `holds "${label}"`;
}

function reading(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    // What OpenSSL says may quote the file.
    return undefined;
  }
}
