import type { Device } from '../client/device.ts';
import type { Credential } from '../client/messages/credential.ts';
import type { Discovery } from '../client/probe.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';

/** What driving a scenario leaves behind on the server. One that renews enrolls the devices that it renews for. */
export type Effect = 'read' | 'enroll' | 'renew' | 'unenroll';

/** What a scenario works with. */
export interface ScenarioContext {
  /** Where a probe of this scenario ended, else that of the run's first one; without either, the target's URL. */
  discovery(): Discovery;
  /** The target's URL, wherever the probe led to. */
  entrance(): string;
  /** Where discovery would be in plain HTTP; undefined where nobody can tell, and where it is nothing else. */
  plainDiscovery(): string | undefined;
  /** The next device of this scenario, new to the server. Its exchanges bear the name of the flow. */
  device(flow: string): Device;
  /** A password that is wrong whatever the right one is, the same throughout the run and kept out of the session. */
  wrongPassword(): string;
  /**
   * Brings a state of the server about, calls `during`, and ends the state in every case. `during` gets the credential
   * of the prepared user, if the state is that of one user. Returns false, without the call, if the state could not be
   * brought about.
   */
  inState(state: StateName, during: (credential: Credential | undefined) => Promise<void>): Promise<boolean>;
  /** An address of ours that no other exchange names; undefined where the server could not reach us. */
  callback(): string | undefined;
  /** Whether the target is said to have this capability. */
  claims(capability: string): boolean;
  /** What the clock of the devices says. */
  now(): Date;
}

/** A stimulus: it drives exchanges and judges nothing. Where the server leaves no way to go on, it ends. */
export interface Scenario {
  /** Permanent. */
  readonly id: string;
  /** What is driven, no full stop. */
  readonly title: string;
  readonly effect: Effect;
  /** How many devices it takes; it may not ask for more. */
  readonly devices: number;
  /** Nothing else is driven meanwhile, and all before it in the plan is over: it may change how the server treats others. */
  readonly alone?: true;
  /**
   * The scenario asks the enrollment service by itself. It runs even if the policy service refused the credentials,
   * because the fault may be in one service only.
   */
  readonly isSecondOpinion?: true;
  /** It is about this state of the server, and left out where the target does not say how to bring that about. */
  readonly state?: StateName;
  /** The message that it is there for: a run in which it comes to none is incomplete, though nothing failed. */
  readonly mustSend?: 'issue' | 'host';
  drive(context: ScenarioContext): Promise<void>;
}
