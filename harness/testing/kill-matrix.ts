import { departuresOf } from '../engine/counterexample.ts';
import type { Counterexample } from '../engine/counterexample.ts';
import { openDossier } from '../engine/dossier.ts';
import { judge } from '../engine/judge.ts';
import type { Judgement } from '../engine/results.ts';
import { readHar } from '../session/har.ts';
import { noteOf } from '../../suites/assess.ts';
import { checks } from '../../suites/index.ts';
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

/** Runs the reference server with each counterexample of each check and judges by all checks: the proof that each can fail. */
export async function killMatrix(onKill: (kill: Kill) => void = () => undefined): Promise<Kill[]> {
  const kills: Kill[] = [];
  for (const check of checks) {
    for (const [number, counterexample] of check.counterexamples.entries()) {
      const judgements = await judgeAll(counterexample);
      const fails = idsOf(judgements, 'failed');
      const kill = {
        check: check.id,
        number,
        name: counterexample.name,
        killed: fails.includes(check.id),
        fails,
        errored: idsOf(judgements, 'errored'),
      };
      kills.push(kill);
      onKill(kill);
    }
  }
  return kills;
}

/** What TLS and framing look like, only sockets show. */
async function judgeAll(counterexample: Counterexample): Promise<Judgement[]> {
  const departures = departuresOf(counterexample);
  const isOfTheWire = departures.some((departure) => 'tls' in departure || 'framing' in departure);
  const har = await (isOfTheWire ? recordReferenceOverTls : recordReference)({ departures });
  using dossier = openDossier(readHar(har));
  return checks.map((check) => judge(check, dossier, noteOf));
}

function idsOf(judgements: readonly Judgement[], outcome: Judgement['outcome']): string[] {
  return judgements.filter((judgement) => judgement.outcome === outcome).map(({ check }) => check);
}
