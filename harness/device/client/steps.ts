import type { RequestSignature } from '../../protocol/pki/build/build-certificate-request.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { SessionManner } from '../management/session.ts';
import type { Connection, Header, Label } from '../../wire/exchange/exchange.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Credential } from './messages/credential.ts';
import type { ContextItem } from './messages/request-security-token.ts';
import type { MessageStyle } from './message-style.ts';
import type { HeldCertificate } from './held-certificate.ts';
import type { MessageSigning } from './message-signing.ts';
import type { Profile } from './profile.ts';
import type { RequestEdit } from './request-edit.ts';
import type { SigningStep } from './signing.ts';

/** The options of any message. */
export interface MessageOptions extends Pick<Label, 'control' | 'variant' | 'family' | 'deviations'> {
  /** Name of the exchange in its scenario. Default: the name of the message. */
  readonly name?: string;
  readonly messageId?: string;
  /** The client profile, instead of that of the device. */
  readonly profile?: Profile;
  /** The style, instead of that of the client profile. */
  readonly style?: MessageStyle;
  /** Changes the message before it is written. If it then violates the schema, `deviations` has to say so. */
  readonly transform?: (message: XmlObject) => XmlObject;
  /** Changes the complete request, in order. `deviations` has to name the defects. */
  readonly edits?: readonly RequestEdit[];
  /** An address of this machine that the message names. */
  readonly callback?: string;
  /** How to connect, instead of the way of a device. */
  readonly connection?: Connection;
}

export interface DiscoverStep extends MessageOptions {
  /** Changes the e-mail address of the target. */
  readonly email?: (own: string) => string;
  readonly requestVersion?: string;
  readonly authPolicies?: readonly string[];
  readonly deviceType?: string;
  readonly osEdition?: string;
  readonly applicationVersion?: string;
}

export interface AuthenticatedStep extends MessageOptions {
  /** The credential, instead of that of the target. */
  readonly credential?: Credential;
  /** How a message with a certificate is signed, if not as MS-MDE2 says. `deviations` has to name the defects. */
  readonly signing?: SigningStep;
}

/**
 * DER of a certificate request for a device, which may be wrong on purpose. `usual` makes the one that the device would send, signed in
 * this way.
 */
export type CertificateRequestMaker = (
  key: KeyPair,
  identity: DeviceIdentity,
  usual: (signature?: RequestSignature) => Uint8Array,
) => Uint8Array;

export interface IssueStep extends AuthenticatedStep {
  /**
   * Which certificate request it sends: that of Windows, a modern one, or one made by a function. Default: that of Windows, unless the
   * server refuses it and accepts a modern one.
   */
  readonly csr?: 'windows' | 'modern' | CertificateRequestMaker;
  /** The device signs in once more, for this message alone: a server may bind a token to the device that it first came from. */
  readonly ownSignIn?: true;
  /** Length of the RSA key, instead of the length that the policy asks for. */
  readonly keyBits?: number;
  /** Resolves when the complete request may leave, for one that has to leave together with others. */
  readonly start?: () => Promise<void>;
  /** Changes the context items of the device; order and repetitions are kept. */
  readonly contextItems?: (own: readonly ContextItem[]) => readonly ContextItem[];
}

/** One management session. Its messages are named after `name`, with the number of each behind it. */
export interface ManageStep extends MessageOptions, SessionManner {
  readonly name: string;
  /** The certificate that the connection shows; missing: none. */
  readonly held?: HeldCertificate;
  readonly sessionId: string;
  /** What the device calls itself in Source and in DevInfo/DevId, instead of the DeviceID of its enrollment. */
  readonly ownId?: string;
  /** Further header fields of each message. */
  readonly headers?: readonly Header[];
  /** How messages are signed where the server asks for that. Default: by the certificate of the connection. */
  readonly signing?: MessageSigning;
}
