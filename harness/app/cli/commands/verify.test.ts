import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { zipArchive } from '../../../testing/zip-archive.ts';
import type { Results } from '../../../engine/verdict/results.ts';
import { fewScenarios } from '../testing/few-scenarios.ts';
import { call } from '../testing/io.ts';
import { writeKeys } from '../testing/key-files.ts';
import { shortSession, signedFolder, verified } from '../testing/signed-folder.ts';
import { whileServing } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

/** The recording as another tool would write it. */
function foreign(har: string): string {
  const { log } = JSON.parse(har) as { log: Record<string, unknown> & { entries: Record<string, unknown>[] } };
  return JSON.stringify({
    log: { ...log, _mde: undefined, entries: log.entries.map((entry) => ({ ...entry, _mde: undefined })) },
  });
}

describe('an intact folder', { timeout }, () => {
  test.each(['ed25519', 'P-256'] as const)('signed by %s', async (kind) => {
    await using workspace = await signedFolder(kind);
    const { code, out, err } = await verified(workspace, '--rejudge');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^✓ Intact {2}/);
    expect(out).toMatch(/4 files as the manifest says; none is missing, none was added/);
    expect(out).toMatch(/Rendered again to the same bytes: results\.json, report\.html, junit\.xml/);
    expect(out).toMatch(/Judged again to the same bytes: \d+ judgements/);
    expect(out).toMatch(
      /Signed by the key [0-9a-f]{64}\. A signature shows who ran what, and that nobody changed it since; it does not show that the server is good\.\n$/,
    );
  });

  test('of a run', async () => {
    await using workspace = await createWorkspace();
    const { privateFile } = await writeKeys(workspace, 'ed25519');
    await call(['run', '--sign', privateFile, '--out', workspace.at('run')], {}, fewScenarios);
    expect(await verified(workspace, '--rejudge')).toMatchObject({ code: 0, err: '' });
  });

  test('of a run with waivers and another measure of its exit code', async () => {
    await using workspace = await createWorkspace();
    await whileServing(['--defect', 'discovery/result'], async ({ url, email, passwordFile, ca }) => {
      const target = await workspace.write('target.json', JSON.stringify({ url, email, passwordFile, ca }));
      const waiver = { check: 'discovery/result', reason: 'known', owner: 'A. Owner', expires: '2999-12-31' };
      const waivers = await workspace.write('waivers.json', JSON.stringify({ waivers: [waiver] }));
      const options = ['--waivers', waivers, '--fail-on', 'security', '--check', 'discovery/result,discovery/answer'];
      await call(['run', target, '--out', workspace.at('run'), ...options]);
    });
    const { waivers } = JSON.parse(await workspace.read('run/results.json')) as Results;
    expect(waivers?.map(({ state }) => state)).toEqual(['applied']);
    const { code, out } = await call(['verify', workspace.at('run'), '--rejudge']);
    expect(out).toMatch(/Judged again to the same bytes: 2 judgements/);
    expect(code).toBe(0);
  });

  test('of a recording of another tool', async () => {
    await using workspace = await createWorkspace();
    const har = await workspace.write('foreign.har', foreign(shortSession));
    await call(['audit', har, '--out', workspace.at('run')]);
    expect(await call(['verify', workspace.at('run'), '--rejudge'])).toMatchObject({ code: 0, err: '' });
  });

  test('without the key says that the signature was not verified; without a signature, that nobody signed', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'json');
    expect((await call(['verify', workspace.at('run')])).out).toMatch(
      /Signed, and not verified: name the public key with --key/,
    );
    await rm(workspace.at('run/manifest.dsse.json'));
    const { code, out } = await call(['verify', workspace.at('run')]);
    expect(code).toBe(0);
    expect(out).toMatch(/Not signed: whoever changed a file could have renewed the manifest, too/);
  });

  test('as a zip archive, of the files or of their folder', async () => {
    await using workspace = await signedFolder();
    const files = [...(await workspace.files())].filter(([name]) => name.startsWith('run/'));
    for (const prefix of ['', 'conformance-report/']) {
      const bytes = await zipArchive(
        Object.fromEntries(files.map(([name, content]) => [prefix + name.slice(4), content])),
      );
      await writeFile(workspace.at('run.zip'), bytes);
      const called = await call(['verify', workspace.at('run.zip'), '--key', workspace.at('key.pub.pem')]);
      expect(called).toMatchObject({ code: 0, err: '' });
    }
  });

  test('as one JSON document', async () => {
    await using workspace = await signedFolder();
    const { code, out } = await verified(workspace, '--json', '--rejudge');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      isIntact: true,
      problems: [],
      files: 4,
      signature: { state: 'verified' },
      rejudged: expect.any(Number) as number,
    });
  });

  test('signed again by the next run into the same folder, or no longer signed', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'json');
    const audit = ['audit', workspace.at('golden.har'), '--format', 'json', '--out', workspace.at('run')];
    expect((await call([...audit, '--sign', workspace.at('key.pem')])).code).toBe(1);
    expect((await verified(workspace)).code).toBe(0);
    expect((await call(audit)).code).toBe(1);
    expect((await workspace.files()).has('run/manifest.dsse.json')).toBe(false);
    expect((await call(['verify', workspace.at('run')])).code).toBe(0);
  });
});
