import { buildSignedData } from '../../protocol/pki/build/build-signed-data.ts';
import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Answer } from '../../wire/exchange/exchange.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import { readIssued } from './answers.ts';
import { certificateRequestOf } from './certificate-request-of.ts';
import type { MessageOptions } from './steps.ts';
import { certificateFor } from './held-certificate.ts';
import type { HeldCertificate } from './held-certificate.ts';
import { contextItemsOf } from './context-items.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Authentication, Credential } from './messages/credential.ts';
import { pkcs7Types, requestSecurityTokenMessage } from './messages/request-security-token.ts';
import type { Profile } from './profile.ts';

/** The Security header of a renewal: none, or a UsernameToken with an empty or the right password. */
export type RenewalSecurity = 'none' | 'empty-password' | 'password';

/** The options of a renewal. The defaults are those of an automatic renewal of Windows. */
export interface RenewStep extends MessageOptions {
  readonly requestType?: 'Renew' | 'Recovery';
  /** Default: `none`. */
  readonly security?: RenewalSecurity;
  /** The credential of the user who enrolled, if it is not the user of the target. */
  readonly credential?: Credential;
  /** The ValueType of the PKCS #7 message. Default: `secext`. */
  readonly valueType?: keyof typeof pkcs7Types;
  /** Default: `single`; a renewal that the user starts is in base64 twice. */
  readonly encoding?: 'single' | 'double';
  /** The certificate that the connection shows instead of the renewed one. */
  readonly shows?: HeldCertificate;
  /** Changes the signed message. */
  readonly spoil?: (signed: Uint8Array) => Uint8Array;
}

/** The parts that a renewal needs. */
export interface RenewalParts {
  readonly identity: DeviceIdentity;
  readonly profile: Profile;
  readonly user: { readonly email: string; readonly password?: Secret };
  readonly reveal: Reveal;
  /** A key that the device has not used yet. */
  readonly nextKey: (bits: number, url: string) => Promise<KeyPair>;
  readonly now: () => Date;
  readonly forms: () => AcceptedForms;
  readonly send: (url: string, message: XmlObject, step: RenewStep, shown: HeldCertificate) => Promise<Answer>;
}

/** Asks for a certificate that replaces `held`; returns the new one, which the device then holds. */
export type Renew = (url: string, held: HeldCertificate, step?: RenewStep) => Promise<HeldCertificate | undefined>;

const noPassword = new Secret('password', '');

/** The context items that a renewal repeats (MS-MDE2 3.5.4.1.1.1). */
const repeated: readonly string[] = [
  'HWDevID',
  'Locale',
  'OSEdition',
  'DeviceName',
  'DeviceID',
  'EnrollmentType',
  'DeviceType',
  'OSVersion',
  'ApplicationVersion',
];

/**
 * Renews certificates. A device makes a new key after each successful renewal; after a failed one it tries again with
 * the same key. If the transport cannot show the certificate, the device does not try again.
 */
export function createRenewal(parts: RenewalParts): Renew {
  const { identity, profile, now, forms } = parts;
  let waiting: KeyPair | undefined;
  let isUnsupported = false;

  return async (url, held, step = {}) => {
    if (isUnsupported) return undefined;
    const { requestType = 'Renew', valueType = 'secext', encoding = 'single', security = 'none' } = step;
    const client = step.profile ?? profile;
    const key = (waiting ??= await parts.nextKey(bitsOf(held.key), url));
    const signed = await buildSignedData({
      content: certificateRequestOf(key, identity, forms().certificateRequest, forms()),
      certificate: held.certificate,
      key: held.key,
      signingTime: now(),
    });
    const base64 = Buffer.from(step.spoil?.(signed) ?? signed).toString('base64');
    const message = requestSecurityTokenMessage({
      to: url,
      messageId: step.messageId ?? client.messageIds.requestSecurityToken,
      ...(security === 'none'
        ? {}
        : { authentication: authenticationOf(security, step.credential, parts), timestamp: now() }),
      requestType,
      token: {
        valueType: pkcs7Types[valueType],
        text: encoding === 'single' ? base64 : Buffer.from(base64).toString('base64'),
      },
      contextItems: contextItemsOf(identity, client).filter(([name]) => repeated.includes(name)),
    });
    const answer = await parts.send(url, message, step, step.shows ?? held);
    isUnsupported = answer.kind === 'broken' && answer.reason === 'unsupported';
    const issued = readIssued(answer);
    const renewed = issued && certificateFor(key, issued.document);
    if (renewed) waiting = undefined;
    return renewed && { ...renewed, intermediates: renewed.intermediates || held.intermediates };
  };
}

function authenticationOf(
  security: RenewalSecurity,
  given: Credential | undefined,
  { user: { email, password = noPassword }, reveal }: RenewalParts,
): Authentication {
  const own = { kind: 'username-token', username: email, password } as const;
  const credential = given?.kind === 'username-token' ? given : own;
  return { credential: security === 'password' ? credential : { ...credential, password: noPassword }, reveal };
}

function bitsOf({ publicKey }: KeyPair): number {
  return publicKey.asymmetricKeyDetails?.modulusLength ?? 2048;
}
