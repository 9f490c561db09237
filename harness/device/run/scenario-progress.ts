import type { Scenario } from './scenario.ts';

/** The progress of a run. */
export interface ScenarioProgress {
  readonly scenario: Scenario;
  /** Position in the plan, from 1. */
  readonly number: number;
  readonly total: number;
  /**
   * `undriven`: the scenario was left out, because the first one did not reach the target, or the user or the time limit ended the run.
   */
  readonly state: 'started' | 'driven' | 'undriven';
}
