import { X509Certificate } from 'node:crypto';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import { readCertificate } from '../../protocol/pki/read/certificate.ts';
import { algorithms } from '../../protocol/xml-signature/algorithms.ts';
import type { DigestReading } from '../../protocol/xml-signature/algorithms.ts';
import { signMessage } from '../../protocol/xml-signature/sign-message.ts';
import { parseXml, XmlSyntaxError } from '../../protocol/xml/tree.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { privateKeyOf } from '../target/user-certificate.ts';
import { imitate } from './imitation.ts';
import { ids, lifetimeFrom } from './messages/credential.ts';
import type { Authentication, CertificateToken, Credential, Lifetime } from './messages/credential.ts';
import { editRequest, withBody } from './request-edit.ts';
import type { RequestEdit } from './request-edit.ts';
import {
  changeBody,
  changeSignature,
  moveBody,
  movedBody,
  repeatSecurity,
  signedTimestamp,
} from './signing-defects.ts';

/** How a message with a certificate is signed; what is left out is as MS-MDE2 3.3.4.1.1.1.2 says. */
export interface SigningStep {
  /** Which canonical form the digest of the message is taken of. Default: `inclusive`. */
  readonly reading?: DigestReading;
  readonly method?: 'rsa-sha1';
  /** The one part that is signed: the Timestamp, or a Body that stands in the Header while another one takes its place. */
  readonly covers?: 'timestamp' | 'moved-body';
  readonly timestamp?: 'expired' | 'future' | 'missing';
  /**
   * Who signs in place of the owner of the certificate: a stranger, who shows an imitation of it; `other-key`, who shows the certificate
   * itself; `second-token`, who shows both, and refers to the imitation.
   */
  readonly by?: 'stranger' | 'other-key' | 'second-token';
  /** What is changed after the message was signed: `twice` repeats the Security header. Or `unsigned`. */
  readonly afterwards?: 'body' | 'value' | 'unsigned' | 'twice';
}

/** The last change of a request: nothing may touch it afterwards. */
export type Sign = (request: HttpRequest) => HttpRequest;

/** What a message needs before it is written, and after. */
export interface Signing {
  readonly authentication: Authentication;
  /** Missing for another credential than a certificate. */
  readonly sign?: Sign | undefined;
}

/** The parts of signing. */
export interface SigningParts {
  readonly reveal: Reveal;
  readonly now: () => Date;
  /** A key of this device for an imitation. */
  readonly otherKey: (url: string) => Promise<KeyPair>;
}

const dayMs = 86_400_000;

/** How a device signs its messages; with another credential than a certificate it signs nothing. */
export function createSigning({ reveal, now, otherKey }: SigningParts) {
  let stranger: Promise<CertificateToken> | undefined;
  const imitationOf = async ({ pem }: CertificateToken, url: string): Promise<CertificateToken> => {
    const { certificate, key } = imitate({ certificate: readCertificate(derOf(pem)) }, await otherKey(url));
    const pkcs8 = key.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
    return { kind: 'certificate', pem: certificate.pem, key: new Secret('key', pkcs8) };
  };

  return async (credential: Credential, url: string, step: SigningStep = {}): Promise<Signing> => {
    if (credential.kind !== 'certificate') return { authentication: { credential, reveal } };
    const other = step.by === undefined ? undefined : await (stranger ??= imitationOf(credential, url));
    const shown = step.by === 'stranger' && other ? other : credential;
    const second = step.by === 'second-token' ? other?.pem : undefined;
    const { key } = other ?? credential;
    const certificateId = second === undefined ? ids.certificate : ids.second;
    return {
      authentication: { credential: shown, reveal, lifetime: lifetimeOf(step, now()), second },
      sign: (request) => signRequest(request, { key: privateKeyOf(reveal(key)), certificateId }, step),
    };
  };
}

/**
 * The request as it leaves: its edits come first, and the signature is over what they make of it. Where that is no XML any more, or has a
 * document type, which no canonical form shows, the edits come last.
 */
export function signedLast(plain: HttpRequest, edits: readonly RequestEdit[], sign?: Sign): HttpRequest {
  const edited = editRequest(plain, edits);
  if (sign === undefined) return edited;
  return isReadable(edited) ? sign(edited) : editRequest(sign(plain), edits);
}

function isReadable({ body }: HttpRequest): boolean {
  try {
    parseXml(body)[Symbol.dispose]();
    return true;
  } catch (error) {
    if (error instanceof XmlSyntaxError) return false;
    throw error;
  }
}

function lifetimeOf({ timestamp }: SigningStep, now: Date): Lifetime | undefined {
  if (timestamp === 'missing') return undefined;
  const days = timestamp === 'expired' ? -1 : timestamp === 'future' ? 1 : 0;
  return lifetimeFrom(new Date(now.getTime() + days * dayMs));
}

function derOf(pem: string): Uint8Array {
  return new X509Certificate(pem).raw;
}

const changes = { body: changeBody, value: changeSignature, twice: repeatSecurity } as const;

/** A request whose certificate an edit has removed stays unsigned. */
function signRequest(request: HttpRequest, signer: Parameters<typeof signMessage>[1], step: SigningStep): HttpRequest {
  const { afterwards, covers, method, reading } = step;
  const text = Buffer.from(request.body).toString('utf8');
  if (afterwards === 'unsigned' || !text.includes(`"${signer.certificateId}"`)) return request;
  const signed = signMessage(covers === 'moved-body' ? moveBody(text) : text, signer, {
    ...(reading === undefined ? {} : { reading }),
    ...(covers === undefined ? {} : { only: covers === 'timestamp' ? signedTimestamp : movedBody }),
    ...(method === undefined ? {} : { method: algorithms.rsaSha1 }),
  });
  const changed = afterwards === undefined ? signed : changes[afterwards](signed);
  return withBody(request, Buffer.from(changed, 'utf8'));
}
