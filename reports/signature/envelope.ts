import { Buffer } from 'node:buffer';
import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/** The file of the signature, beside the manifest that it signs. */
export const signatureName = 'manifest.dsse.json';

/** The media type of an in-toto statement (in-toto attestation v1, "envelope"). */
export const statementType = 'application/vnd.in-toto+json';

/** A DSSE envelope (secure-systems-lab/dsse, "envelope.md"), with its bytes decoded. */
export interface Envelope {
  readonly payloadType: string;
  readonly payload: Buffer;
  readonly signatures: readonly { readonly keyid?: string; readonly sig: Buffer }[];
}

/** A text that is no DSSE envelope. The message says what is wrong. */
export class UnreadableEnvelope extends Error {
  override readonly name = 'UnreadableEnvelope';
}

/** The text of an envelope with one signature, by Ed25519 or by ECDSA on P-256 with SHA-256 in DER. */
export function signEnvelope(payload: string, key: KeyObject): string {
  const body = Buffer.from(payload);
  const envelope = {
    payloadType: statementType,
    payload: body.toString('base64'),
    signatures: [
      {
        keyid: keyId(createPublicKey(key)),
        sig: sign(digestFor(key), authenticated(body, statementType), key).toString('base64'),
      },
    ],
  };
  return `${JSON.stringify(envelope, null, 2)}\n`;
}

/** Reads an envelope; both alphabets of base64 are taken. Throws `UnreadableEnvelope`. */
export function readEnvelope(text: string): Envelope {
  const value = parse(text);
  if (!isRecord(value)) throw new UnreadableEnvelope('it is not a DSSE envelope');
  const { payloadType, payload, signatures } = value;
  if (typeof payloadType !== 'string') throw new UnreadableEnvelope('it lacks /payloadType');
  if (!Array.isArray(signatures) || signatures.length === 0) throw new UnreadableEnvelope('it lacks /signatures');
  return {
    payloadType,
    payload: decode(payload, '/payload'),
    signatures: signatures.map((entry: unknown, index) => {
      const { keyid, sig } = isRecord(entry) ? entry : {};
      const decoded = decode(sig, `/signatures/${index}/sig`);
      return typeof keyid === 'string' ? { keyid, sig: decoded } : { sig: decoded };
    }),
  };
}

/** Whether one of the signatures is by this key. Of P-256, both forms are taken: DER, and the two numbers side by side. */
export function isSignedBy({ payload, payloadType, signatures }: Envelope, key: KeyObject): boolean {
  const signed = authenticated(payload, payloadType);
  const forms = key.asymmetricKeyType === 'ec' ? (['der', 'ieee-p1363'] as const) : [undefined];
  return signatures.some(({ sig }) =>
    forms.some((dsaEncoding) =>
      verify(digestFor(key), signed, dsaEncoding === undefined ? key : { key, dsaEncoding }, sig),
    ),
  );
}

/** SHA-256 of the SubjectPublicKeyInfo in hexadecimal: what the name of a key is here. It is a hint and proves nothing. */
export function keyId(publicKey: KeyObject): string {
  return createHash('sha256')
    .update(publicKey.export({ format: 'der', type: 'spki' }))
    .digest('hex');
}

/** The digest of the manifest that a text of a signature names; undefined for what is no signature of this tool. Verifies nothing. */
export function signedManifest(text: string): string | undefined {
  try {
    const statement = parse(readEnvelope(text).payload.toString('utf8'));
    const subjects =
      isRecord(statement) && Array.isArray(statement['subject']) ? (statement['subject'] as unknown[]) : [];
    const manifest = subjects.find((subject) => isRecord(subject) && subject['name'] === 'manifest.json');
    const digest = isRecord(manifest) && isRecord(manifest['digest']) ? manifest['digest']['sha256'] : undefined;
    return typeof digest === 'string' ? digest : undefined;
  } catch (error) {
    if (error instanceof UnreadableEnvelope) return undefined;
    throw error;
  }
}

/** What is signed: the pre-authentication encoding of DSSE (secure-systems-lab/dsse, "protocol.md"), lengths in bytes. */
function authenticated(body: Buffer, type: string): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${body.length} `), body]);
}

/** Ed25519 has its digest within. */
function digestFor({ asymmetricKeyType }: KeyObject): string | null {
  return asymmetricKeyType === 'ec' ? 'sha256' : null;
}

function decode(value: unknown, where: string): Buffer {
  if (typeof value !== 'string' || !/^[A-Za-z0-9+/_-]*={0,2}$/.test(value) || value.replace(/=+$/, '').length % 4 === 1)
    throw new UnreadableEnvelope(`${where} is not base64`);
  return Buffer.from(value, 'base64');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableEnvelope('it is not JSON', { cause: error });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
