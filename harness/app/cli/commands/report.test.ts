import { cp, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/verdict/results.ts';
import { recordReference } from '../../../testing/reference-run.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

const session = await recordReference({
  scenarios: fewScenarios,
  departures: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Password' } }],
});

/** A workspace with the reports of an audit in its folder `run`. */
async function audited(format = 'html,junit'): Promise<Workspace> {
  const workspace = await createWorkspace();
  const har = await workspace.write('golden.har', session);
  expect((await call(['audit', har, '--format', format, '--out', workspace.at('run')])).code).toBe(1);
  return workspace;
}

describe('report', { timeout }, () => {
  test('renders the bytes of the run again, from its results and its session', async () => {
    await using workspace = await audited();
    const { code, out, err } = await call(['report', workspace.at('run/results.json'), '--out', workspace.at('again')]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      `Wrote results.json, report.html, junit.xml, session.har, manifest.json to ${workspace.at('again')}\n`,
    );
    const digests = await workspace.digests();
    for (const name of ['results.json', 'report.html', 'junit.xml', 'session.har', 'manifest.json'])
      expect([name, digests.get(`again/${name}`)]).toEqual([name, digests.get(`run/${name}`)]);
  });

  test('takes a folder of reports, and prints what it wrote as JSON', async () => {
    await using workspace = await audited('json');
    const out = workspace.at('again');
    const called = await call(['report', workspace.at('run'), '--format', 'junit', '--json', '--out', out]);
    expect(JSON.parse(called.out)).toEqual({
      folder: out,
      run: (JSON.parse(await workspace.read('run/results.json')) as Results).run.id,
      files: ['results.json', 'junit.xml', 'session.har', 'manifest.json'],
    });
  });

  test('in the folder of the run adds a format, and keeps those that are there', async () => {
    await using workspace = await audited('html');
    await call(['report', workspace.at('run'), '--format', 'junit', '--out', workspace.at('run')]);
    const names = ['manifest.json', 'results.json', 'session.har', 'report.html', 'junit.xml'];
    expect([...(await workspace.files()).keys()].filter((name) => name.startsWith('run/')).sort()).toEqual(
      names.map((name) => `run/${name}`).sort(),
    );
  });

  test('replaces nothing that a user changed', async () => {
    await using workspace = await audited('html');
    await workspace.write('run/report.html', 'mine');
    const { code, err } = await call(['report', workspace.at('run'), '--out', workspace.at('run')]);
    expect(code).toBe(2);
    expect(err).toMatch(/report\.html was changed after the run that wrote it; it will not be replaced/);
    expect(await workspace.read('run/report.html')).toBe('mine');
  });

  test('without the session says so, and renders without exchanges', async () => {
    await using workspace = await audited('json');
    await rm(workspace.at('run/session.har'));
    const { code, err } = await call(['report', workspace.at('run'), '--out', workspace.at('again')]);
    expect(code).toBe(0);
    expect(err).toMatch(/there is no session\.har beside .*results\.json, so the reports show no exchange/);
    expect(await workspace.read('again/report.html')).toContain('The session has no exchange.');
    expect((await workspace.files()).has('again/session.har')).toBe(false);
  });

  test('takes the session from elsewhere', async () => {
    await using workspace = await audited();
    await cp(workspace.at('run/results.json'), workspace.at('results.json'));
    const args = ['--session', workspace.at('golden.har'), '--out', workspace.at('again')];
    expect((await call(['report', workspace.at('results.json'), ...args])).code).toBe(0);
    const digests = await workspace.digests();
    expect(digests.get('again/report.html')).toBe(digests.get('run/report.html'));
  });

  test('refuses the session of another run', async () => {
    await using workspace = await audited('json');
    const har = JSON.parse(session) as { log: { _mde: { runId: string }; entries: unknown[] } };
    har.log._mde.runId = 'another';
    const other = await workspace.write('other.har', JSON.stringify(har));
    const named = await call(['report', workspace.at('run'), '--session', other, '--out', workspace.at('again')]);
    expect({ ...named, err: '' }).toEqual({ code: 2, out: '', err: '' });
    expect(named.err).toMatch(/other\.har is of run another, and .*results\.json of run /);
    const entries = har.log.entries.slice(1);
    const short = await workspace.write('short.har', JSON.stringify({ log: { ...har.log, _mde: undefined, entries } }));
    const cut = await call(['report', workspace.at('run'), '--session', short, '--out', workspace.at('again')]);
    expect(cut.code).toBe(2);
    expect(cut.err).toMatch(/short\.har has \d+ exchanges, and .*results\.json tells of \d+; name the session/);
  });

  test('reads the results of an older version', async () => {
    await using workspace = await audited('json');
    const { ways, ...older } = JSON.parse(await workspace.read('run/results.json')) as Results;
    expect(ways.length).toBeGreaterThan(0);
    await workspace.write('run/results.json', JSON.stringify(older));
    const { code, err } = await call(['report', workspace.at('run'), '--out', workspace.at('again')]);
    expect(code).toBe(0);
    expect(err).toMatch(/results\.json has an older shape; what it does not tell is missing in the reports/);
    expect(JSON.parse(await workspace.read('again/results.json'))).toEqual({ ...older, ways: [] });
  });
});

describe('report refuses what is no results document', { timeout }, () => {
  test.each([
    ['', /bad\.json is empty; expected a results document/],
    ['hello', /bad\.json: Not JSON: /],
    ['{"schemaVersion":2}', /bad\.json: schemaVersion is 2; .*update mde-conformance\.$/m],
    ['{"schemaVersion":1}', /bad\.json: Not a results document: the document lacks "tool"/],
    ['{"log":{"version":"1.2"}}', /bad\.json is a recording; "audit" judges it/],
    ['{"schemaVersion":1,"tool":1,"files":[]}', /bad\.json is a manifest; name the results\.json beside it/],
    ['<html></html>', /bad\.json is a report; name the results\.json beside it/],
  ])('%j', async (content, message) => {
    await using workspace = await createWorkspace();
    const { code, out, err } = await call(['report', await workspace.write('bad.json', content)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).not.toMatch(/\n\s+at /);
    expect([...(await workspace.files()).keys()]).toEqual(['bad.json']);
  });

  test('a file that is not there, a folder without results, a format that does not exist', async () => {
    await using workspace = await audited('json');
    expect((await call(['report', workspace.at('none.json')])).err).toMatch(
      /none\.json cannot be read: there is no such file/,
    );
    expect((await call(['report', workspace.at('.')])).err).toMatch(
      /results\.json cannot be read: there is no such file/,
    );
    const args = ['--format', 'pdf', '--out', workspace.at('again')];
    expect((await call(['report', workspace.at('run'), ...args])).err).toMatch(/"pdf" is not a report format/);
  });
});
