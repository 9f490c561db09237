import { appendFile, cp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/verdict/results.ts';
import { zipArchive } from '../../../testing/zip-archive.ts';
import { call } from '../testing/io.ts';
import { writeKeys } from '../testing/key-files.ts';
import { edit, shortSession, signedFolder, verified } from '../testing/signed-folder.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

/** Milliseconds; a run takes a fraction of a second where nothing else does. */
const timeout = 180_000;

describe('an altered folder', { timeout }, () => {
  test('names each file that is missing or was added', async () => {
    await using workspace = await signedFolder();
    await rm(workspace.at('run/junit.xml'));
    await workspace.write('run/notes.txt', 'mine');
    await symlink('/etc/passwd', workspace.at('run/link'));
    const { code, out } = await verified(workspace);
    expect(code).toBe(1);
    expect(out).toMatch(/^✕ Altered {2}/);
    expect(out).toMatch(/✕ junit\.xml is missing\n/);
    expect(out).toMatch(/✕ notes\.txt was added: the manifest does not list it\n/);
    expect(out).toMatch(/✕ link is no plain file\n/);
    expect(out).toMatch(/Signed by the key/);
  });

  test('shows where a report was changed', async () => {
    await using workspace = await signedFolder();
    await edit(workspace, 'run/junit.xml', 'failures="', 'failures="9');
    const { code, out } = await verified(workspace);
    expect(code).toBe(1);
    expect(out).toMatch(/✕ junit\.xml was changed: its SHA-256 is another \(\d+ bytes, not \d+\)\n/);
    expect(out).toMatch(
      /✕ junit\.xml is not what results\.json and session\.har give: byte \d+ \(line 2, column \d+\): ".*failures="9/,
    );
  });

  test('shows which judgement was changed, and where', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'json');
    await edit(workspace, 'run/results.json', '"outcome": "failed"', '"outcome": "passed"');
    const { code, out } = await verified(workspace);
    expect(code).toBe(1);
    expect(out).toMatch(
      /results\.json is not what session\.har gives: [a-z]+\/[a-z-]+: the outcome is "passed", and judged again "failed"; byte \d+ \(line \d+, column \d+\)/,
    );
  });

  test('shows what else says of the session that was changed', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'html');
    await edit(workspace, 'run/session.har', '/EnrollmentServer/Policy.svc', '/EnrollmentServer/Policy.svd');
    const { code, out } = await verified(workspace);
    expect(code).toBe(1);
    expect(out).toMatch(/✕ session\.har was changed/);
    expect(out).toMatch(/✕ report\.html is not what results\.json and session\.har give: byte \d+/);
  });

  test.each(['manifest.json', 'results.json', 'session.har', 'junit.xml', 'report.html', 'manifest.dsse.json'])(
    'is found by any byte of %s',
    async (name) => {
      await using workspace = await signedFolder();
      const file = workspace.at(path.join('run', name));
      const bytes = await readFile(file);
      for (const part of [0.11, 0.5, 0.83]) {
        const at = Math.floor(bytes.length * part);
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 1;
        await writeFile(file, changed);
        const { code, out, err } = await verified(workspace);
        expect({ at, code, err, isNamed: out.includes(`✕ ${name} `) }).toEqual({ at, code: 1, err: '', isNamed: true });
      }
    },
  );

  test('whose manifest was renewed is found by the signature, by rendering, or by judging again', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'junit');
    await edit(workspace, 'run/results.json', '"outcome": "failed"', '"outcome": "passed"');
    await rm(workspace.at('run/manifest.json'));
    await rm(workspace.at('run/manifest.dsse.json'));
    const [results, forged] = [workspace.at('run'), workspace.at('forged')];
    expect((await call(['report', results, '--format', 'junit', '--out', forged])).code).toBe(0);
    expect((await call(['verify', forged])).code).toBe(0);
    const rejudged = await call(['verify', forged, '--rejudge']);
    expect(rejudged.code).toBe(1);
    expect(rejudged.out).toMatch(/the outcome is "passed", and judged again "failed"/);
    const asked = await call(['verify', forged, '--key', workspace.at('key.pub.pem')]);
    expect(asked.code).toBe(1);
    expect(asked.out).toMatch(/manifest\.dsse\.json is missing: nobody signed, and --key asks for a signature/);
  });

  test('or the signature of another folder, or by another key', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'json');
    const other = await writeKeys(workspace, 'ed25519', 'other');
    const byOther = await call(['verify', workspace.at('run'), '--key', other.publicFile]);
    expect(byOther.code).toBe(1);
    expect(byOther.out).toMatch(/manifest\.dsse\.json is not by the key of --key, or what it signs was changed/);
    const args = ['--sign', workspace.at('key.pem'), '--out', workspace.at('other')];
    await call(['audit', workspace.at('golden.har'), '--format', 'junit', ...args]);
    await cp(workspace.at('other/manifest.dsse.json'), workspace.at('run/manifest.dsse.json'));
    const { code, out } = await verified(workspace);
    expect(code).toBe(1);
    expect(out).toMatch(/✕ manifest\.json is not the one that was signed\n/);
    const audit = await call(['audit', workspace.at('golden.har'), '--out', workspace.at('run')]);
    expect(audit.code).toBe(2);
    expect(audit.err).toMatch(/manifest\.dsse\.json exists, but no manifest lists it; it will not be replaced/);
  });

  test('whose manifest tells of another run', async () => {
    await using workspace = await auditedFolder();
    const { run } = JSON.parse(await workspace.read('run/results.json')) as Results;
    await edit(workspace, 'run/manifest.json', run.id, 'another');
    const { code, out } = await call(['verify', workspace.at('run')]);
    expect(code).toBe(1);
    expect(out).toContain(`manifest.json names another runId ("another") than results.json ("${run.id}")`);
  });

  test('a file of a report of many files that the results do not give, or that is gone, is named although the manifest agrees', async () => {
    await using workspace = await createWorkspace();
    const session = await workspace.write('golden.har', shortSession);
    await call(['audit', session, '--format', 'allure', '--out', workspace.at('run')]);
    const manifest = JSON.parse(await workspace.read('run/manifest.json')) as {
      files: { name: string; bytes: number; sha256: string }[];
    };
    const gone = manifest.files.find(({ name }) => name.endsWith('-result.json'))?.name ?? '';
    await rm(workspace.at(`run/${gone}`));
    await workspace.write('run/allure-results/mine-result.json', '{}');
    const [bytes, sha256] = [2, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'];
    const files = [
      ...manifest.files.filter(({ name }) => name !== gone),
      { name: 'allure-results/mine-result.json', bytes, sha256 },
    ];
    await workspace.write('run/manifest.json', JSON.stringify({ ...manifest, files }));
    const { code, out } = await call(['verify', workspace.at('run')]);
    expect(code).toBe(1);
    expect(out).toContain(`✕ ${gone} is missing: results.json and session.har give it\n`);
    expect(out).toContain('✕ allure-results/mine-result.json is no file that results.json and session.har give\n');
    expect(out).toMatch(/Rendered again to the same bytes: results\.json\n/);
  });

  test('by another version of the tool is compared by its digests alone', async () => {
    await using workspace = await auditedFolder();
    await edit(workspace, 'run/manifest.json', /"version": "[^"]+"/, '"version": "0.0.1"');
    const { code, out } = await call(['verify', workspace.at('run')]);
    expect(code).toBe(0);
    expect(out).toMatch(/Note: version 0\.0\.1 of the tool wrote it, and this is .*: no report was rendered again/);
    const rejudged = await call(['verify', workspace.at('run'), '--rejudge']);
    expect(rejudged.code).toBe(2);
    expect(rejudged.err).toMatch(/cannot be judged again: version 0\.0\.1 of the tool wrote it/);
  });
});

describe('what cannot be verified ends with 2', { timeout }, () => {
  test('a folder without a manifest, a file that is no archive, an archive of something else', async () => {
    await using workspace = await createWorkspace();
    const text = await workspace.write('a.txt', 'text');
    await writeFile(workspace.at('a.zip'), await zipArchive({ 'a.txt': 'a' }));
    const messages = [
      [workspace.at('.'), /holds no manifest\.json; name a folder that "run" or "audit" wrote/],
      [text, /a\.txt is neither a folder nor a zip archive/],
      [workspace.at('a.zip'), /a\.zip holds no manifest\.json/],
      [workspace.at('none'), /none cannot be read: there is no such file/],
    ] as const;
    for (const [argument, message] of messages) {
      const { code, out, err } = await call(['verify', argument]);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(message);
    }
  });

  test('an archive that is cut, or that holds a name twice', async () => {
    await using workspace = await signedFolder('ed25519', '--format', 'json');
    const manifest = Buffer.from(await workspace.read('run/manifest.json'));
    const bytes = await zipArchive({ 'manifest.json': manifest, 'manifest.jsoN': manifest });
    const twice = Buffer.from(bytes.toString('latin1').replaceAll('manifest.jsoN', 'manifest.json'), 'latin1');
    await writeFile(workspace.at('two.zip'), twice);
    expect((await call(['verify', workspace.at('two.zip')])).err).toMatch(
      /holds two files "manifest\.json"; nobody can tell/,
    );
    await writeFile(workspace.at('cut.zip'), bytes.subarray(0, bytes.length - 30));
    expect((await call(['verify', workspace.at('cut.zip')])).err).toMatch(/cut\.zip is no whole zip archive/);
    await appendFile(workspace.at('run/results.json'), ' ');
    expect((await call(['verify', workspace.at('run'), '--device-trust', 'x'])).err).toMatch(
      /--device-trust is for --rejudge/,
    );
  });
});

/** The results of an audit, not signed, in the folder `run`. */
async function auditedFolder(): Promise<Workspace> {
  const workspace = await createWorkspace();
  const session = await workspace.write('golden.har', shortSession);
  await call(['audit', session, '--format', 'json', '--out', workspace.at('run')]);
  return workspace;
}
