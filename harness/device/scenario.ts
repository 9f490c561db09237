import type { Device } from './device.ts';
import type { Discovery } from './probe.ts';

/** What driving a scenario leaves behind on the server. */
export type Effect = 'read' | 'enroll' | 'renew' | 'unenroll';

/** What a scenario works with. */
export interface Bench {
  /** Where an earlier probe of the run ended, for scenarios without one of their own; before that, the target's URL. */
  discovery(): Discovery;
  /** The next device of this scenario, new to the server. Its exchanges bear the name of the flow. */
  device(flow: string): Device;
  /** A password that is wrong whatever the right one is, the same throughout the run and kept out of the session. */
  wrongPassword(): string;
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
  drive(bench: Bench): Promise<void>;
}
