import { writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { poolAuthorityKeys } from '../../../protocol/pki/build/authority-keys.ts';
import { createAuthority } from '../../../protocol/pki/build/authority.ts';
import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';
import { mintRoot } from '../../../protocol/pki/testing/mint.ts';
import type { Results } from '../../../engine/verdict/results.ts';
import { windowsEnrollment } from '../../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import { goldenInstant, recordReference } from '../../../testing/reference-run.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

const empty = { log: { version: '1.2', creator: { name: 'test', version: '1' }, entries: [] } };

/** A results document without what is allowed to differ between a run and the audit of its session. */
function comparable(document: string): unknown {
  const { run, ...rest } = JSON.parse(document) as { run: Record<string, unknown> };
  const { target, profile } = run;
  return { ...rest, run: { target, profile } };
}

/** Something passes here, something fails, and much is left open. */
const session = await recordReference({
  scenarios: fewScenarios,
  departures: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Password' } }],
});

describe('the audit of a run of ours', { timeout }, () => {
  test('judges as the run did', async () => {
    await using workspace = await createWorkspace();
    const ran = await call(['run', '--out', workspace.at('run')], {}, fewScenarios);
    const audited = await call(['audit', workspace.at('run/session.har'), '--out', workspace.at('audit')]);
    expect(audited.code).toBe(ran.code);
    const [run, audit] = [await workspace.read('run/results.json'), await workspace.read('audit/results.json')];
    expect(comparable(audit)).toEqual(comparable(run));
    expect(JSON.parse(audit)).toMatchObject({ run: { mode: 'audit' } });
    expect(await workspace.read('audit/session.har')).toBe(await workspace.read('run/session.har'));
  });

  test('gives the same bytes each time', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('session.har', session);
    await call(['audit', har, '--out', workspace.at('one')]);
    await call(['audit', har, '--out', workspace.at('two')]);
    const files = await workspace.files();
    const names = ['results.json', 'report.html', 'junit.xml', 'session.har', 'manifest.json'];
    expect(names.filter((name) => !files.get(`one/${name}`)?.equals(files.get(`two/${name}`) ?? Buffer.of()))).toEqual(
      [],
    );
  });

  test('that was never reached is 4 again', async () => {
    await using workspace = await createWorkspace();
    await using target = await startRawServer('');
    const args = ['run', target.url, '--email', 'user@contoso.example', '--out', workspace.at('run')];
    expect((await call(args, { MDE_PASSWORD: 'correct horse' })).code).toBe(4);
    const audited = await call(['audit', workspace.at('run/session.har'), '--out', workspace.at('audit')]);
    expect(audited.code).toBe(4);
    expect(audited.out).toMatch(/the target did not answer/);
  });

  test('takes the roots that the device trusts from a file, where the document delivers none', async () => {
    await using workspace = await createWorkspace();
    const rootless = await recordReference({
      scenarios: [windowsEnrollment],
      departures: [{ on: 'issue', provisioning: { op: 'remove', at: '//characteristic[@type="Root"]' } }],
    });
    const har = await workspace.write('session.har', rootless);
    const root = createAuthority({
      now: () => goldenInstant,
      random: seededBytes('a'),
      keys: poolAuthorityKeys(),
    }).root;
    const other = mintRoot({ subject: 'CN=Another root' }).certificate;
    const audit = async (name: string, ...options: string[]) => {
      await call(['audit', har, '--check', 'provisioning/chain', '--out', workspace.at(name), ...options]);
      const { judgements } = JSON.parse(await workspace.read(`${name}/results.json`)) as Results;
      return `${judgements[0]?.outcome} ${judgements[0]?.reason ?? ''}`;
    };
    const trust = async (pem: string) => ['--device-trust', await workspace.write('roots.pem', pem)];
    expect(await audit('unknown')).toMatch(/^inconclusive .*--device-trust$/);
    expect(await audit('known', ...(await trust(other.pem + root.pem)))).toBe('passed ');
    expect(await audit('another', ...(await trust(other.pem)))).toBe('failed ');
  });

  test('refuses a file of roots that holds none', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('session.har', session);
    const roots = await workspace.write('roots.pem', 'no certificate');
    const { code, err } = await call(['audit', har, '--device-trust', roots]);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('holds no certificate') as unknown });
  });

  test('of a narrowed run judges what the run judged, and refuses the rest', async () => {
    await using workspace = await createWorkspace();
    const only = ['--check', 'provisioning/thumb*', '--format', 'json'];
    const ran = await call(['run', ...only, '--out', workspace.at('run')]);
    const har = workspace.at('run/session.har');
    const audited = await call(['audit', har, '--format', 'json', '--out', workspace.at('audit')]);
    expect([ran.code, audited.code]).toEqual([0, 0]);
    const [run, audit] = [await workspace.read('run/results.json'), await workspace.read('audit/results.json')];
    expect(comparable(audit)).toEqual(comparable(run));
    const { because, judgements } = JSON.parse(run) as Results;
    expect(because).toMatch(
      /\(limited to check=provisioning\/thumb\*, on 2 of \d+ scenarios; nothing else was judged\)$/,
    );
    expect(judgements.map(({ check }) => check)).toEqual(['provisioning/thumbprint']);
    expect(ran.err).toMatch(
      /^mde-conformance: \d+ of \d+ scenarios are left out \(\d+ by --suite and --check\); --plan lists/,
    );
    const { code, err } = await call(['audit', har, '--check', 'policy/*', '--out', workspace.at('other')]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringMatching(
        /session\.har: its run was limited to check=provisioning\/thumb\*, so it does not show what policy\/[a-z-]+ judges\n$/,
      ) as string,
    });
  });

  test('says what it is narrowed to', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('session.har', session);
    const { out } = await call(['audit', har, '--json', '--suite', 'discovery', '--out', workspace.at('out')]);
    expect((JSON.parse(out) as { because: string }).because).toMatch(/\(limited to suite=discovery\)$/);
  });
});

test('an audit of nothing is incomplete', { timeout }, async () => {
  await using workspace = await createWorkspace();
  const har = await workspace.write('empty.har', JSON.stringify(empty));
  const { code, out, err } = await call(['audit', har, '--out', workspace.at('out')]);
  expect(code).toBe(3);
  expect(err).toMatch(/empty\.har is a HAR without entries, so there is nothing to judge\n$/);
  expect(out).toMatch(/^\? Incomplete {2}empty\.har\n/);
});

test('several recordings have a folder each, and the worst of them decides', { timeout }, async () => {
  await using workspace = await createWorkspace();
  const one = await workspace.write('one.har', session);
  const two = await workspace.write('two.har', JSON.stringify(empty));
  const { code } = await call(['audit', one, two, '--format', 'json', '--out', workspace.at('out')]);
  expect(code).toBe(1);
  const names = ['results.json', 'session.har', 'manifest.json'].sort();
  const expected = ['one', 'two'].flatMap((folder) => names.map((name) => `out/${folder}/${name}`));
  expect([...(await workspace.files()).keys()].filter((name) => name.startsWith('out/')).sort()).toEqual(
    expected.sort(),
  );
});

describe('a file that is no recording is refused with the reason', { timeout }, () => {
  test.each([
    ['', /bad\.har is empty; expected a HAR \(JSON\)/],
    [' ', /the file is empty; expected a HAR \(JSON\)/],
    ['hello', /this is not JSON/],
    ['{"log":\n[1,', /the JSON ends too early, at line 2, column 4; the file is only a part of a recording/],
    ['{"log": [1, 2}, "entries": []}', /this is not JSON: line 1, column 14/],
    ['[]', /this is not a HAR/],
    ['{"log":{}}', /this is not a HAR: log\.entries is missing/],
    ['{"log":{"version":"1.2","entries":[{}]}}', /entry 0: request is missing/],
  ])('%j', async (content, message) => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('bad.har', content);
    const { code, out, err } = await call(['audit', har, '--out', workspace.at('out')]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(err).toContain('bad.har');
    expect(err).not.toMatch(/\n\s+at /);
    expect([...(await workspace.files()).keys()]).toEqual(['bad.har']);
  });

  test.each(['https://mdm.example/EnrollmentServer/Discovery.svc', 'user@contoso.example', 'mdm.contoso.example'])(
    '%s is a server',
    async (argument) => {
      const { code, err } = await call(['audit', argument]);
      expect({ code, err }).toEqual({
        code: 2,
        err: `mde-conformance: "${argument}" is a server, not a recording; test it with: run ${argument}\n`,
      });
    },
  );

  test('a folder of reports leads to its recording', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('session.har', JSON.stringify(empty));
    const { code, err } = await call(['audit', workspace.at('.')]);
    expect({ code, err }).toEqual({
      code: 2,
      err: expect.stringContaining(`name the recording inside: ${har}`) as string,
    });
  });

  test('a recording in UTF-16 is judged', async () => {
    await using workspace = await createWorkspace();
    const har = workspace.at('wide.har');
    await writeFile(har, Buffer.from(`\uFEFF${session}`, 'utf16le'));
    const wide = await call(['audit', har, '--json', '--out', workspace.at('wide')]);
    const usual = await call([
      'audit',
      await workspace.write('wide.json', session),
      '--json',
      '--out',
      workspace.at('b'),
    ]);
    expect(comparable(wide.out)).toEqual(comparable(usual.out));
  });

  test('nothing is audited where one of several cannot be read', async () => {
    await using workspace = await createWorkspace();
    const good = await workspace.write('good.har', JSON.stringify(empty));
    const { code, err } = await call(['audit', good, workspace.at('missing.har'), '--out', workspace.at('out')]);
    expect(code).toBe(2);
    expect(err).toMatch(/missing\.har cannot be read: there is no such file/);
    expect([...(await workspace.files()).keys()]).toEqual(['good.har']);
  });

  test('two of the same name would share a folder', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('same.har', JSON.stringify(empty));
    const { code, err } = await call(['audit', har, har, '--out', workspace.at('out')]);
    expect(code).toBe(2);
    expect(err).toMatch(/two recordings have the name "same"/);
  });
});
