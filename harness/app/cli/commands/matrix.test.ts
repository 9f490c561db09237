import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/verdict/results.ts';
import { awkward } from '../../../../reports/testing/awkward.ts';
import { everyOutcome } from '../../../../reports/testing/every-outcome.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

const at = (target: string, startedAt = everyOutcome.run.startedAt): Results => ({
  ...everyOutcome,
  run: { ...everyOutcome.run, target, startedAt },
});
const better: Results = {
  ...at('https://b.example/EnrollmentServer/Discovery.svc'),
  verdict: 'conformant',
  judgements: everyOutcome.judgements.map((judgement) =>
    judgement.check === 'discovery/auth-policy' ? { ...judgement, outcome: 'passed', findings: [] } : judgement,
  ),
};

async function matrix(results: readonly Results[], ...options: readonly string[]): Promise<string> {
  await using workspace = await createWorkspace();
  const files = await Promise.all(results.map((one, index) => workspace.write(`${index}.json`, JSON.stringify(one))));
  const { code, out, err } = await call(['matrix', ...files, ...options]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
}

describe('matrix', () => {
  test('shows the verdict of each run, and the checks that failed or differ with the runs of each outcome', async () => {
    const out = await matrix([at('https://a.example/'), better]);
    expect(out).toMatch(
      /^2 runs side by side\n {2}\d+ checks have the same outcome in each run, and failed in none; --all shows them\n/,
    );
    expect(out).toMatch(/\n {2}a\.example ! Unsound\n {6}3 passed, 4 failed/);
    expect(out).toMatch(/\n {2}b\.example ✓ Conformant\n/);
    expect(out).toContain('\n  MUST discovery/auth-policy\n      ✕ Failed: a.example\n      ✓ Passed: b.example\n');
    expect(out).toContain('\n  MUST policy/answer\n      ✕ Failed: a.example, b.example\n');
    expect(out).not.toContain('discovery/answer\n');
    expect(await matrix([at('https://a.example/'), better], '--all')).toContain('  MUST discovery/answer\n');
  });

  test('tells runs of one target apart by their time, or by their number', async () => {
    const out = await matrix([
      at('https://a.example/', '2026-01-01T00:00:00Z'),
      at('https://a.example/'),
      at('recording.har'),
      at('recording.har'),
    ]);
    expect(out).toContain(
      'a.example, 1 January 2026, 00:00:00 UTC, a.example, 4 March 2026, 09:15:22 UTC, recording.har, 3, recording.har, 4',
    );
  });

  test('as JSON has a row for each check, with null where a run does not have it', async () => {
    const fewer = { ...better, judgements: better.judgements.slice(1) };
    const { runs, checks } = JSON.parse(await matrix([everyOutcome, fewer], '--json')) as {
      runs: object[];
      checks: object[];
    };
    expect(runs).toMatchObject([{ verdict: 'unsound' }, { verdict: 'conformant', label: 'b.example' }]);
    expect(checks[0]).toEqual({ check: 'transport/certificate', level: 'MUST', outcomes: ['passed', null] });
    expect(checks).toHaveLength(everyOutcome.judgements.length);
  });

  test('as Markdown and HTML is a table, and hostile names stay text', async () => {
    const hostile = at(`${awkward} | @everyone <img src=x>`);
    const markdown = await matrix([hostile, better], '--format', 'markdown');
    expect(markdown).toContain('\n| level | check | ');
    for (const line of markdown.split('\n').filter((row) => row.includes('discovery/auth-policy')))
      expect(line.match(/\|/g)).toHaveLength(5);
    expect(markdown).not.toMatch(/@everyone|<img/);
    const html = await matrix([hostile, better], '--format', 'html');
    expect(html).toMatch(/<td>✓ Passed<\/td>/);
    expect(html).not.toContain('<img');
  });

  test('of one run is refused', async () => {
    await using workspace = await createWorkspace();
    const { code, err } = await call(['matrix', await workspace.write('a.json', JSON.stringify(everyOutcome))]);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'mde-conformance: matrix needs two results documents or more; "report" shows one\n',
    });
  });
});
