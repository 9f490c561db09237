import { expect, test } from 'vitest';
import { everyOutcome, everyOutcomeEvidence } from '../testing/every-outcome.ts';
import { failedOnly, waivedOutcome } from '../testing/waived-outcome.ts';
import { baselineFacts, layBaseline } from '../waivers/lay-baseline.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { dotenv } from './dotenv.ts';

test('each line is one that GitHub and GitLab read, and nothing of a server is in it', () => {
  const text = linesOf({ ...everyOutcome, because: 'x\nmde_verdict=conformant' }).join('\n');
  expect(text).toMatch(/^(?:mde_[a-z_]+=[\w-]*\n?)+$/u);
  expect(text).toContain('mde_verdict=unsound');
  expect(Buffer.byteLength(text)).toBeLessThan(5_000);
});

test('waivers are counted, and the first day that ends one is told', () => {
  expect(linesOf(waivedOutcome)).toEqual(
    expect.arrayContaining([
      'mde_waived_must=1',
      'mde_waived_until=2027-12-31',
      'mde_waivers_expired=1',
      'mde_waivers_stale=1',
    ]),
  );
  expect(linesOf(everyOutcome)).toContain('mde_waived_until=');
});

test('what is no day gives no line of its own', () => {
  const judgements = everyOutcome.judgements.map((judgement) => ({
    ...judgement,
    waived: { until: '2027-12-31\nmde_exit_code=0', by: [] },
  }));
  expect(linesOf({ ...everyOutcome, judgements })).toEqual(expect.arrayContaining(['mde_waived_until=']));
  expect(linesOf({ ...everyOutcome, judgements })).not.toContain('mde_exit_code=0');
});

test('with a baseline, what is new and what is known is counted', () => {
  expect(linesOf(everyOutcome).join()).not.toContain('mde_known');
  const same = layBaseline(failedOnly, baselineFacts(failedOnly, failedOnly, true));
  expect(linesOf(same)).toEqual(expect.arrayContaining(['mde_new=0', expect.stringMatching(/^mde_known=[1-9]/u)]));
  const clean = { ...failedOnly, judgements: failedOnly.judgements.filter(({ outcome }) => outcome !== 'failed') };
  const worse = layBaseline(failedOnly, baselineFacts(clean, failedOnly, true));
  expect(linesOf(worse)).toEqual(expect.arrayContaining([expect.stringMatching(/^mde_new=[1-9]/u), 'mde_known=0']));
});

function linesOf(results: Results): readonly string[] {
  return dotenv.render(results, everyOutcomeEvidence).trimEnd().split('\n');
}
