import type { KeyPolicy } from '../client/answers.ts';
import type { Device } from '../client/device.ts';
import type { HeldCertificate } from '../client/held-certificate.ts';
import type { AuthMethod } from '../target/auth-method.ts';
import type { Discovery } from '../client/probe.ts';
import type { PreparedUser } from '../sign-in/prepared-user.ts';
import type { SpecialToken } from '../sign-in/special-tokens.ts';
import type { AgentEnrollment } from '../target/target.ts';
import type { Given } from '../target/target-givens.ts';
import type { Secret } from '../../wire/redaction/secret.ts';
import type { StateDevice } from '../target/server-state.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';

/** What a scenario leaves behind on the server. A scenario that renews also enrolls devices. */
export type Effect = 'read' | 'enroll' | 'renew' | 'unenroll';

/** The tools of a scenario. */
export interface ScenarioContext {
  /** Where the probe of this scenario ended, or else that of the first scenario, or else the URL of the target. */
  discovery(): Discovery;
  /** The URL of the target, wherever the probe ended. */
  entrance(): string;
  /** The address of discovery in plain HTTP; undefined if it is unknown, or if the target uses plain HTTP anyway. */
  plainDiscovery(): string | undefined;
  /** The pages that the target names for their enrollment links. */
  linkPages(): readonly string[];
  /** The way in which the devices of this scenario authenticate, where it is about one. */
  way(): AuthMethod | undefined;
  /** The devices that got certificates so far, where the target wants them to leave; none otherwise. */
  enrolled(): readonly EnrolledDevice[];
  /**
   * The header field in which a proxy of the target hands on the certificate of a client, and the one of them that the transport of this run
   * sets itself, in the place of a proxy: no message can bring that from outside.
   */
  certificateHeader(): { readonly ofTarget?: string; readonly ofTransport?: string };
  /** How an agent enrolls at the target; undefined if the target file does not say it. */
  agent(): AgentEnrollment | undefined;
  /** The next device of this scenario, which the server does not know yet. Its exchanges belong to this flow. */
  device(flow: string): Device;
  /** The default key policy of Windows, where the server enrolls although its policies fail. */
  fallbackPolicy(): KeyPolicy | undefined;
  /** A password that is certainly wrong, the same throughout the run. */
  wrongPassword(): Secret;
  /** A special token of the target file; undefined if it gives none, or if its command fails. */
  specialToken(name: SpecialToken): Promise<Secret | undefined>;
  /** The text of a secret, for a message that a scenario edits by hand. The session does not show it. */
  reveal(secret: Secret): string;
  /**
   * Brings a state of the server about, calls `during`, and ends the state in every case. `during` gets the prepared
   * user, if the state is that of one user. Returns false, without the call, if the state could not be brought about. Where the state is
   * that of one device, `device` names it in the call or the command of the target file.
   */
  inState(
    state: StateName,
    during: (user: PreparedUser | undefined) => Promise<void>,
    device?: StateDevice,
  ): Promise<boolean>;
  /** An address of this machine that no other exchange names; undefined if the server cannot reach this machine. */
  callback(): string | undefined;
  /** Whether the target file lists this capability. */
  claims(capability: string): boolean;
  /** The time on the clock of the devices. */
  now(): Date;
}

/** A device that got a certificate in this run. */
export interface EnrolledDevice {
  readonly device: Device;
  readonly document: Uint8Array;
  readonly held: HeldCertificate;
}

/** A stimulus: it sends requests and judges nothing. It ends early if the server gives no way to continue. */
export interface Scenario {
  /** Permanent. */
  readonly id: string;
  /** What it sends, no full stop. */
  readonly title: string;
  readonly effect: Effect;
  /** How many devices it takes; it may not take more. */
  readonly devices: number;
  /** Runs alone, after all scenarios before it have ended, because it may change how the server treats others. */
  readonly alone?: true;
  /** Its requests prove nothing unless they are under way at the same time. It is left out of a run that spaces its requests. */
  readonly isSimultaneous?: true;
  /**
   * The scenario asks the enrollment service by itself. It runs even if the policy service refused the credentials,
   * because the fault may be in one service only.
   */
  readonly isSecondOpinion?: true;
  /**
   * The scenario enrolls with a certificate request of another form. If the server refused the usual one, it runs before the others,
   * and they use the form that the server accepted.
   */
  readonly isOtherForm?: true;
  /**
   * The scenario is about this state of the server. It is left out if the target file does not say how to bring the
   * state about.
   */
  readonly state?: StateName;
  /**
   * Its devices authenticate in this way only. It is left out if the target file does not say how. Default: whatever the server chooses of
   * what the client offers.
   */
  readonly way?: AuthMethod;
  /** What it needs of the target file. It is left out where the file does not give it. */
  readonly given?: Given;
  /** Another scenario, in a further way: it runs only where the server offers this way and chooses another one. */
  readonly isFurther?: true;
  /** It asks the server for each way. It runs as the second one, before any scenario of a further way. */
  readonly showsWays?: true;
  /** The message that it exists for: if it sends none, the run is incomplete even if nothing failed. */
  readonly mustSend?: 'issue' | 'host';
  /** The prefix of the module of checks that it is from; missing for ours. What it sends stands behind all of ours, which judge nothing of it. */
  readonly module?: string;
  /** Sends its messages, and resolves when nothing is under way any more. */
  drive(context: ScenarioContext): Promise<void>;
}
