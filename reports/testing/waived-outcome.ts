import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Waiver } from '../../harness/engine/verdict/waiver.ts';
import { layWaivers } from '../waivers/lay-waivers.ts';
import { everyOutcome } from './every-outcome.ts';

/** A waiver of a check, until the end of a year after the run. */
export function waiverOf(check: string, changes: Partial<Waiver> = {}): Waiver {
  return { check, reason: 'the fix is in review', owner: 'A. Owner', expires: '2027-12-31', ...changes };
}

/** A run in which MUSTs failed and nothing else is open, so that waivers decide its exit code. */
export const failedOnly: Results = {
  ...everyOutcome,
  verdict: 'nonconformant',
  exitCode: 1,
  counts: { ...everyOutcome.counts, errored: 0, inconclusive: 0, inconclusiveMust: 0 },
  judgements: everyOutcome.judgements.filter(({ outcome }) => outcome !== 'errored' && outcome !== 'inconclusive'),
};

/** The same with one waiver of each state over it. */
export const waivedOutcome: Results = layWaivers(failedOnly, [
  waiverOf('discovery/auth-policy'),
  waiverOf('policy/answer', { expires: '2026-03-03' }),
  waiverOf('transport/certificate'),
  waiverOf('transport/ping'),
]);
