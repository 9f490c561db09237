import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Connection, Label } from '../../wire/exchange/exchange.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Credential } from './messages/credential.ts';
import type { ContextItem } from './messages/request-security-token.ts';
import type { MessageStyle } from './message-style.ts';
import type { Profile } from './profile.ts';
import type { RequestEdit } from './request-edit.ts';

/** What a scenario may say about any message. */
export interface MessageOptions extends Pick<Label, 'control' | 'variant' | 'family' | 'deviations'> {
  /** Name of the exchange in its scenario; left out, the message's own. */
  readonly name?: string;
  readonly messageId?: string;
  /** In place of the device's own client. */
  readonly profile?: Profile;
  /** In place of that of the client. */
  readonly style?: MessageStyle;
  /** Changes the message before it is written. What then departs from the schema is to be named in `deviations`. */
  readonly transform?: (message: XmlObject) => XmlObject;
  /** Changes the request that is ready to be sent, in order. The same holds. */
  readonly edits?: readonly RequestEdit[];
  /** An address of ours that it names. */
  readonly callback?: string;
  /** In place of the way in which a device connects. */
  readonly connection?: Connection;
}

export interface DiscoverStep extends MessageOptions {
  /** In place of the target's own address. */
  readonly email?: (own: string) => string;
  readonly requestVersion?: string;
  readonly authPolicies?: readonly string[];
  readonly deviceType?: string;
  readonly osEdition?: string;
  readonly applicationVersion?: string;
}

export interface AuthenticatedStep extends MessageOptions {
  /** In place of the target's own. */
  readonly credential?: Credential;
}

/** DER of a certificate request for a device, which may be wrong on purpose. */
export type CertificateRequestMaker = (key: KeyPair, identity: DeviceIdentity) => Uint8Array;

export interface IssueStep extends AuthenticatedStep {
  /** Which client's certificate request it sends, or one made for the occasion; left out, that of Windows. */
  readonly csr?: 'windows' | 'modern' | CertificateRequestMaker;
  /** Length of the RSA key, in place of the one that the policy asks for. */
  readonly keyBits?: number;
  /** In place of the device's own; order and repetitions are kept. */
  readonly contextItems?: (own: readonly ContextItem[]) => readonly ContextItem[];
}
