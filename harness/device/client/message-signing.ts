import { buildSignedData } from '../../protocol/pki/build/build-signed-data.ts';
import type { Header } from '../../wire/exchange/exchange.ts';
import type { HeldCertificate } from './held-certificate.ts';

/** How a device signs the messages of a session: not at all, over other bytes than it sends, or by a certificate. */
export type MessageSigning = 'none' | 'changed-body' | { readonly by: HeldCertificate };

/** What signs the messages of a session. */
export interface MessageSigner {
  /** By whom, unless the step names another. Nobody signs without a certificate. */
  readonly held: HeldCertificate | undefined;
  readonly signing: MessageSigning | undefined;
  readonly now: () => Date;
}

/**
 * The header field that signs a message (MS-MDM 2.1, note 4): one line of base64, a detached CMS over the bytes of the body. An empty body has
 * none, because it is not known what a device signs then.
 */
export async function signatureOf(body: Uint8Array, { held, signing, now }: MessageSigner): Promise<readonly Header[]> {
  const signer = typeof signing === 'object' ? signing.by : held;
  if (signing === 'none' || !signer || body.length === 0) return [];
  const content = signing === 'changed-body' ? Buffer.concat([body, Buffer.from(' ')]) : body;
  const { certificate, key } = signer;
  const signed = await buildSignedData({ content, certificate, key, signingTime: now(), isDetached: true });
  return [['MS-Signature', Buffer.from(signed).toString('base64')]];
}
