import type { AcceptedForms } from '../../engine/evidence/accepted-forms.ts';
import type { KeyPair } from '../../protocol/pki/build/keys.ts';
import type { Answer, HttpRequest, Label } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import type { EntraIssuer } from '../entra/entra-issuer.ts';
import type { RunSignIn } from '../sign-in/run-sign-in.ts';
import type { AuthMethod } from '../target/auth-method.ts';
import type { Target } from '../target/target.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Profile } from './profile.ts';

/** Sends one request, and records the exchange. */
export type Send = (request: HttpRequest, label: Label) => Promise<Answer>;

/** The parts of a device. */
export interface DeviceParts {
  readonly target: Target;
  readonly send: Send;
  /** The only way to the text of a password or token. */
  readonly reveal: Reveal;
  readonly profile: Profile;
  readonly identity: DeviceIdentity;
  /** An RSA key of this many bits for a request to this URL; `renewal` numbers the keys of renewals. */
  readonly takeKey: (bits: number, url: string, renewal?: number) => Promise<KeyPair>;
  readonly now: () => Date;
  /** Id of the scenario that drives it. */
  readonly scenario: string;
  readonly flow: string;
  /** The way that its scenario is about; see `Label`. */
  readonly way?: AuthMethod;
  /** The forms that the target accepts, as far as the run knows. Default: the usual ones. */
  readonly forms?: () => AcceptedForms;
  /** What the devices of a run know of signing in. Default: this device signs in alone. */
  readonly signIn?: RunSignIn;
  /** Whose tokens it carries where it joins Microsoft Entra. */
  readonly issuer?: EntraIssuer | undefined;
  /** Ends what a sign-in waits for. Default: nothing does. */
  readonly signal?: AbortSignal | undefined;
  /** Stands before the names of its sign-in, where a scenario has several devices. */
  readonly signInPrefix?: string;
}
