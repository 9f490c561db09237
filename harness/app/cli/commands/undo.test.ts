import { rm, stat } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { writeStatesInForce } from '../states-in-force.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

const fails = `[${process.execPath}, -e, process.exit(3)]`;

/** A folder in which a killed run left these states in force. */
async function leftBehind(workspace: Workspace): Promise<string> {
  const removing = `[${process.execPath}, -e, "fs.rmSync('on')"]`;
  const targetFile = await workspace.write(
    'target.yaml',
    [
      'url: https://localhost\nemail: a@b.example\npasswordEnv: NOT_SET\nstates:',
      `  maintenance: { command: [x], undo: ${removing} }`,
      `  ca-down: { command: [x], undo: ${fails} }`,
    ].join('\n'),
  );
  await workspace.write('on', '');
  writeStatesInForce(workspace.at('.'), { targetFile, states: ['maintenance', 'ca-down', 'license'] });
  return targetFile;
}

test('what a killed run left in force is undone as the target file says it, and the rest is named and kept', async () => {
  await using workspace = await createWorkspace();
  const targetFile = await leftBehind(workspace);
  const mode = (await stat(workspace.at('states-in-force.json'))).mode & 0o777;
  if (process.platform !== 'win32') expect(mode).toBe(0o600);
  const { code, out, err } = await call(['run', '--undo', workspace.at('.')]);
  expect({ code, out }).toEqual({ code: 2, out: 'Undone: maintenance\n' });
  expect(err).toContain(
    `may still be in force: license (the target file no longer says how), ca-down ("${process.execPath}" ended with exit code 3);`,
  );
  expect((await workspace.files()).has('on')).toBe(false);
  expect(JSON.parse(await workspace.read('states-in-force.json'))).toEqual({
    schemaVersion: 1,
    targetFile,
    states: ['ca-down', 'license'],
  });
});

test('once all is undone, there is nothing to undo', async () => {
  await using workspace = await createWorkspace();
  const targetFile = await leftBehind(workspace);
  writeStatesInForce(workspace.at('.'), { targetFile, states: ['maintenance'] });
  const undo = ['run', '--undo', workspace.at('.')];
  expect(await call(undo)).toEqual({ code: 0, out: 'Undone: maintenance\n', err: '' });
  const { code, out } = await call(undo);
  expect(code).toBe(0);
  expect(out).toMatch(/^Nothing to undo: .* holds no states-in-force\.json/);
});

test('a target file that is gone, a folder that is none and a file that is not ours are named', async () => {
  await using workspace = await createWorkspace();
  await rm(await leftBehind(workspace));
  const undo = async (name: string): Promise<string> => {
    const { code, err } = await call(['run', '--undo', workspace.at(name)]);
    expect(code).toBe(2);
    return err;
  };
  expect(await undo('.')).toMatch(/the target file .*target\.yaml, which says how to undo maintenance, .*is gone; put/);
  expect(await undo('missing')).toMatch(/--undo: there is no folder .*missing/);
  await workspace.write('states-in-force.json', '{"schemaVersion":1,"targetFile":"x","states":["maintenance"]}');
  expect(await undo('.')).toMatch(/states-in-force\.json is not a list of states that this tool wrote; undo/);
});

test('a run at another target is refused while states of an earlier one are in force', async () => {
  await using workspace = await createWorkspace();
  await leftBehind(workspace);
  const { code, err } = await call(['run', '--out', workspace.at('.')]);
  expect(code).toBe(2);
  expect(err).toMatch(/an earlier run left states of the server of .*target\.yaml in force \(maintenance, ca-down, li/);
});
