import { departuresOf } from '../engine/rule/counterexample.ts';
import type { Counterexample } from '../engine/rule/counterexample.ts';
import { openDossier } from '../engine/evidence/dossier.ts';
import { judge } from '../engine/verdict/judge.ts';
import type { Judgement } from '../engine/verdict/results.ts';
import { readHar } from '../wire/har/har.ts';
import { noteOf } from '../app/assess.ts';
import { checks } from '../../suites/index.ts';
import { scenarios as allScenarios } from '../../suites/scenarios.ts';
import type { Scenario } from '../device/run/scenario.ts';
import { drivesFor } from './drives.ts';
import { recordReference, recordReferenceOverTls } from './reference-run.ts';

/** What one counterexample does to all checks. */
export interface Kill {
  readonly check: string;
  /** Number of the counterexample, as `serve --defect <check>:<n>` takes it. */
  readonly number: number;
  readonly name: string;
  /** Whether the check it belongs to fails on it. */
  readonly killed: boolean;
  /** Every check that fails on it. */
  readonly fails: readonly string[];
  /** Every check that broke on it: always a defect of ours. */
  readonly errored: readonly string[];
}

/**
 * Runs the reference server with each counterexample of each check, drives the scenarios of the check, and judges by
 * all checks. This proves that each check can fail. If those scenarios do not show the defect, it drives the whole
 * plan.
 */
export async function killMatrix(onKill: (kill: Kill) => void = () => undefined): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const check of checks) {
    const drives = await drivesFor(check);
    for (const [number, counterexample] of check.counterexamples.entries()) {
      const narrow = killOf(check.id, number, counterexample, await judgeAll(counterexample, drives));
      const kill = narrow.killed
        ? narrow
        : killOf(check.id, number, counterexample, await judgeAll(counterexample, allScenarios));
      kills.push(kill);
      onKill(kill);
    }
  }
  return kills;
}

function killOf(check: string, number: number, { name }: Counterexample, judgements: readonly Judgement[]): Kill {
  const fails = idsOf(judgements, 'failed');
  return { check, number, name, killed: fails.includes(check), fails, errored: idsOf(judgements, 'errored') };
}

/** What TLS and framing look like, only sockets show. */
async function judgeAll(counterexample: Counterexample, scenarios: readonly Scenario[]): Promise<Judgement[]> {
  const departures = departuresOf(counterexample);
  const isOfTheWire = departures.some((departure) => 'tls' in departure || 'framing' in departure);
  const har = await (isOfTheWire ? recordReferenceOverTls : recordReference)({ departures, scenarios });
  using dossier = openDossier(readHar(har));
  return checks.map((check) => judge(check, dossier, noteOf));
}

function idsOf(judgements: readonly Judgement[], outcome: Judgement['outcome']): string[] {
  return judgements.filter((judgement) => judgement.outcome === outcome).map(({ check }) => check);
}
