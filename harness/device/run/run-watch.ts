import type { StateName } from '../../engine/evidence/state-names.ts';
import type { Recording } from './recording.ts';

/** Follows a run, so that it can be cleaned up after whatever ends it. */
export interface RunWatch {
  /** Gets what gives the recording so far, at any time. */
  readonly begun?: (recording: () => Recording) => void;
  /**
   * Gets the states of the server that are in force or may be, in the order in which they were entered: before one is entered, and after
   * one was undone. A state that cannot be undone, or that a prepared user is in, is never among them. If it throws, the state is not
   * entered.
   */
  readonly inForce?: (states: readonly StateName[]) => void;
  /** Nothing more is sent, and all that could be undone is undone. */
  readonly gathered?: () => void;
}
