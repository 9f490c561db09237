import type { PreparedUser } from '../sign-in/prepared-user.ts';
import type { Answer } from '../../wire/exchange/exchange.ts';
import type { DeviceEntra } from '../entra/device-entra.ts';
import type { SignInVisit, VisitEnd } from '../sign-in/visit.ts';
import type { Issued, KeyPolicy, Services } from './answers.ts';
import type { HeldCertificate } from './held-certificate.ts';
import type { DeviceIdentity } from './identity.ts';
import type { Credential, UsernameToken } from './messages/credential.ts';
import type { Discovery } from './probe.ts';
import type { Renew } from './renewal.ts';
import type { HeldSession } from '../management/session.ts';
import type { AuthenticatedStep, DiscoverStep, IssueStep, ManageStep, MessageOptions } from './steps.ts';

/** The result of an enrollment. */
interface Enrolled extends Issued {
  /** The certificate in the document for the key of the request; undefined if there is none. */
  held(): HeldCertificate | undefined;
}

/**
 * A simulated Windows device. Each operation sends one message (the probe sends one or more GETs). It returns what the
 * next operation needs, or undefined if a device could not continue. No fault of the target makes it throw.
 */
export interface Device {
  readonly identity: DeviceIdentity;
  /** Missing where the target has no issuer of Microsoft Entra tokens. */
  readonly entra?: DeviceEntra;
  /** The password of the target's user, where this authentication policy takes it; undefined otherwise. */
  passwordFor(authPolicy: string): UsernameToken | undefined;
  /**
   * The credential of the target's user for these services; undefined if there is none. For a token, the device signs in, once, or for each certificate where the server takes a token for one. The reason
   * why that failed is noted for the run. With `user`, that of a prepared user, who signs in each time.
   */
  credentialFor(services: Services, user?: PreparedUser): Promise<Credential | undefined>;
  /** Opens the sign-in page of a Federated server as a device does, whether or not the target says how to sign in. Else sends nothing. */
  signIn(services: Services): Promise<void>;
  /** Opens that page in another way, in a window without cookies, and tells how far it came. */
  visitSignIn(services: Services, visit: SignInVisit): Promise<VisitEnd>;
  /** GET of the discovery address, and of where it is redirected to, as Windows sends it first. */
  probe(): Promise<Discovery | undefined>;
  /** Sends Discover and returns the services that the answer names. */
  discover(discovery: Discovery, step?: DiscoverStep): Promise<Services | undefined>;
  /**
   * If the server has no policy service, it sends nothing and returns the default of Windows. Where a run knows that the server enrolls
   * although its policies fail, a plain message is sent and that default is returned, too.
   */
  getPolicies(services: Services, step?: AuthenticatedStep): Promise<KeyPolicy | undefined>;
  /** Sends RequestSecurityToken and returns the provisioning document. The device then has a certificate. */
  issue(services: Services, policy: KeyPolicy, step?: IssueStep): Promise<Enrolled | undefined>;
  /** Asks for another certificate with the token of the first one. Sends nothing without a sign-in. A refusal is right: then each later one gets a token of its own. */
  reuseToken(services: Services, policy: KeyPolicy): Promise<void>;
  readonly renew: Renew;
  /**
   * Holds a session with the management server of a provisioning document. Sends nothing without an account, or where a device would not
   * use its address.
   */
  manage(document: Uint8Array, step: ManageStep): Promise<HeldSession | undefined>;
  /** An imitation of a certificate, for a key that the device has not used yet. */
  imitate(held: HeldCertificate, url: string): Promise<HeldCertificate>;
  /** Whether the device would use an address that the server named. */
  accepts(url: string): boolean;
  /** A request without a body, to any address. */
  request(method: string, url: string, options: MessageOptions): Promise<Answer>;
}
