import { seededBytes, type ByteSource } from '../../protocol/pki/build/seeded-bytes.ts';

/** Ids and secrets that follow from the seed alone, so that a recorded session is equal to the byte each time. */
export interface Identifiers {
  readonly bytes: ByteSource;
  /** In lower case and in the form of a version 4 UUID (RFC 9562 section 5.4). */
  uuid(): string;
}

/** Identifiers of a test server. Anyone who knows the seed can predict them. */
export function createIdentifiers(seed: string): Identifiers {
  const bytes = seededBytes(seed);
  return { bytes, uuid: () => uuidOf(bytes(16)) };
}

function uuidOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
