import type { Sample } from '../protocol/pki/testing/reading.ts';
import { readSignedData, UnreadableSignedData } from '../protocol/pki/read/signed-data.ts';

/** Whatever may be a certificate or a request in these messages: in base64, in documents in base64, in signed messages. None twice. */
export function samplesIn(messages: readonly Uint8Array[]): readonly Sample[] {
  const found = new Map<string, Uint8Array>();
  for (const der of messages.flatMap(encodedIn).flatMap(opened)) found.set(Buffer.from(der).toString('latin1'), der);
  return [...found.values()].flatMap((der): Sample[] => [
    { kind: 'certificate', der },
    { kind: 'request', der },
  ]);
}

/** The shortest certificate has a key, a signature and two names. */
const base64 = /[A-Za-z0-9+/][A-Za-z0-9+/\s]{200,}={0,2}/g;
const [sequence, lessThan] = [0x30, 0x3c];

function encodedIn(message: Uint8Array): Uint8Array[] {
  const texts = Buffer.from(message).toString('latin1').match(base64) ?? [];
  const decoded = texts.map((text) => Buffer.from(text, 'base64'));
  return decoded.flatMap((bytes) => {
    if (bytes[0] === lessThan) return encodedIn(bytes);
    return bytes[0] === sequence ? [bytes] : [];
  });
}

/** The certificates of a signed message and what was signed, else the bytes themselves. */
function opened(der: Uint8Array): Uint8Array[] {
  try {
    const { certificates, content } = readSignedData(der);
    return [...certificates.map((certificate) => certificate.der), content];
  } catch (error) {
    if (error instanceof UnreadableSignedData) return [der];
    throw error;
  }
}
