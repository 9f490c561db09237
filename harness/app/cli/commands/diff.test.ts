import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/verdict/results.ts';
import { everyOutcome } from '../../../../reports/testing/every-outcome.ts';
import { awkward } from '../../../../reports/testing/awkward.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import { whileServing } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

/** Runs a few scenarios at a server of its own, with these defects, and leaves the reports in a folder. */
async function runOf(workspace: Workspace, name: string, ...defects: readonly string[]): Promise<string> {
  const out = workspace.at(name);
  await whileServing(
    defects.flatMap((defect) => ['--defect', defect]),
    async ({ url, email, passwordFile, ca }) => {
      const at = ['--email', email, '--password-file', passwordFile, '--ca', ca];
      await call(['run', url, ...at, '--format', 'json', '--out', out], {}, fewScenarios);
    },
  );
  return out;
}

async function stored(workspace: Workspace, name: string, changes: Partial<Results> = {}): Promise<string> {
  return await workspace.write(`${name}.json`, JSON.stringify({ ...everyOutcome, ...changes }));
}

/** The results with one judgement changed. */
function changed(check: string, changes: Partial<Results['judgements'][number]>): Partial<Results> {
  return {
    judgements: everyOutcome.judgements.map((judgement) =>
      judgement.check === check ? { ...judgement, ...changes } : judgement,
    ),
  };
}

describe('two runs of a server', { timeout }, () => {
  test('that did not change differ in nothing, although ids, times, ports and certificates do', async () => {
    await using workspace = await createWorkspace();
    const [one, two] = [await runOf(workspace, 'one'), await runOf(workspace, 'two')];
    const { code, out, err } = await call(['diff', one, two]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^No difference\n {2}Before: https:\/\/127\.0\.0\.1:\d+\//);
  });

  test('that got one defect differ in that and in nothing else; and the other way round it is fixed', async () => {
    await using workspace = await createWorkspace();
    const clean = await runOf(workspace, 'clean');
    const [one, two] = [
      await runOf(workspace, 'one', 'provisioning/thumbprint'),
      await runOf(workspace, 'two', 'provisioning/thumbprint'),
    ];
    const worse = await call(['diff', clean, one, '--json']);
    expect(worse.code).toBe(1);
    const { causes } = JSON.parse(await readFile(`${one}/results.json`, 'utf8')) as Results;
    expect(causes.map(({ checks }) => checks)).toEqual([['provisioning/thumbprint']]);
    const regressed = [
      expect.objectContaining({ check: 'provisioning/thumbprint', before: 'passed', after: 'failed' }) as object,
    ];
    const none = { worsened: [], found: [], lost: [], gained: [], executed: { gone: [], added: [] } };
    expect(JSON.parse(worse.out)).toMatchObject({ isWorse: true, regressed, fixed: [], ...none });
    const better = await call(['diff', two, clean, '--json']);
    expect(better.code).toBe(0);
    expect(JSON.parse(better.out)).toMatchObject({
      isWorse: false,
      fixed: [{ check: 'provisioning/thumbprint' }],
      regressed: [],
      ...none,
    });
    expect(await call(['diff', one, two])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^No difference/) as string,
    });
  });

  test('of which the later one does less loses coverage', async () => {
    await using workspace = await createWorkspace();
    const clean = await runOf(workspace, 'clean');
    const blocked = await runOf(workspace, 'blocked', 'enrollment/answer');
    const { code, out } = await call(['diff', clean, blocked]);
    expect(code).toBe(1);
    expect(out).toMatch(/^1 regressed, \d+ no longer judged/);
    expect(out).toMatch(/\nRegressed: passed before, fails now \(1\)\n {2}MUST {1,2}enrollment\/answer/);
    expect(out).toMatch(/\nLost coverage: was judged, and is no longer \(\d+\)\n/);
    expect(out).toMatch(/MUST provisioning\/thumbprint\n {6}Blocked by enrollment\/answer: /);
  });
});

describe('the lists', { timeout }, () => {
  test('of what got worse in a check that failed before, and of what went away', async () => {
    await using workspace = await createWorkspace();
    const [known, other] =
      everyOutcome.judgements.find(({ check }) => check === 'discovery/auth-policy')?.findings ?? [];
    const one = await stored(
      workspace,
      'one',
      changed('discovery/auth-policy', { findings: [known].flatMap((x) => x ?? []) }),
    );
    const two = await stored(workspace, 'two');
    const worse = await call(['diff', one, two]);
    expect(worse.code).toBe(1);
    expect(worse.out).toMatch(/^1 worse\n/);
    expect(worse.out).toMatch(
      /\nWorse: failed before, and shows more now \(1\)\n {2}MUST discovery\/auth-policy\n {6}with RequestVersion 4\.0: AuthPolicy is /,
    );
    const better = await call(['diff', two, one, '--json']);
    expect(better.code).toBe(0);
    expect(JSON.parse(better.out)).toMatchObject({
      fixed: [
        { check: 'discovery/auth-policy', before: 'failed', after: 'failed', fingerprints: [expect.any(String)] },
      ],
    });
    expect(other).toBeDefined();
  });

  test('of what was not judged before: it fails, which is no regression, or it passes', async () => {
    await using workspace = await createWorkspace();
    const one = await stored(
      workspace,
      'one',
      changed('discovery/auth-policy', { outcome: 'inconclusive', findings: [] }),
    );
    const found = await call(['diff', one, await stored(workspace, 'two')]);
    expect(found.code).toBe(0);
    expect(found.out).toMatch(/^1 found\n[^]*\nFound: was not judged before, and fails \(1\)\n/);
    const open = await stored(workspace, 'open', changed('discovery/answer', { outcome: 'inconclusive' }));
    const gained = await call(['diff', open, await stored(workspace, 'three')]);
    expect(gained).toMatchObject({ code: 0, out: expect.stringMatching(/^1 newly tested\n/) as string });
  });

  test('of requests that one run did not send, and of checks that one does not have', async () => {
    await using workspace = await createWorkspace();
    const few = await stored(workspace, 'few', {
      exchanges: everyOutcome.exchanges.filter(({ variant }) => variant === undefined),
      judgements: everyOutcome.judgements.filter(({ check }) => check !== 'transport/certificate'),
    });
    const { code, out } = await call(['diff', await stored(workspace, 'all'), few]);
    expect(code).toBe(1);
    expect(out).toMatch(/^1 no longer judged, 1 request of the plan not sent\n/);
    expect(out).toMatch(/transport\/certificate {2}the second run does not have the check/);
    expect(out).toMatch(/\nNo longer sent \(1\)\n {2}discovery\/versions: RequestVersion 4\.0\n/);
  });

  test('say what makes the runs hard to compare', async () => {
    await using workspace = await createWorkspace();
    const tool = { name: 'mde-conformance', version: '0.0.9' };
    const one = await stored(workspace, 'one', {
      tool,
      requirementSet: '0'.repeat(64),
      run: { ...everyOutcome.run, target: 'https://other.example' },
    });
    const { code, out } = await call(['diff', one, await stored(workspace, 'two')]);
    expect(code).toBe(0);
    expect(out).toContain('Note: the runs have other targets ("https://other.example" before, ');
    expect(out).toContain('Note: other versions of the tool judged ("0.0.9" before, "0.1.0" after)');
    expect(out).toContain('Note: other catalogues of requirements were judged by');
  });
});

describe('each format', { timeout }, () => {
  test('keeps hostile text as text', async () => {
    await using workspace = await createWorkspace();
    const hostile = `${awkward} | <img src=x onerror=alert(1)> @everyone #1 [a](javascript:x) \`b\``;
    const { findings = [] } = everyOutcome.judgements.find(({ check }) => check === 'discovery/auth-policy') ?? {};
    const now = {
      outcome: 'failed',
      findings: [{ ...findings[0], message: hostile, exchange: 0, part: 'body' }],
    } as const;
    const two = await stored(workspace, 'two', changed('discovery/answer', now));
    const one = await stored(workspace, 'one');
    const print = async (format: string): Promise<string> => (await call(['diff', one, two, '--format', format])).out;
    const [text, markdown, html] = [await print('text'), await print('markdown'), await print('html')];
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202A-\u202E]/u);
    const row = markdown.split('\n').find((line) => line.includes('discovery/answer')) ?? '';
    expect(row.match(/\|/g)).toHaveLength(5);
    expect(row).not.toMatch(/[<>@[\]`]|#1\b/);
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x');
    expect(html).toMatch(/^<!doctype html>[^]*Content-Security-Policy/);
  });

  test('is refused if it does not exist, and so is what is no results document', async () => {
    await using workspace = await createWorkspace();
    const one = await stored(workspace, 'one');
    expect(await call(['diff', one, one, '--format', 'pdf'])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/Allowed choices are text, markdown, html, json/) as string,
    });
    const bad = await workspace.write('bad.json', '{}');
    expect(await call(['diff', one, bad])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/bad\.json: Not a results document/) as string,
    });
  });
});
