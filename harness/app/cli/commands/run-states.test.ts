import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolveTarget } from '../../../device/target/target.ts';
import { startReferenceServer } from '../../../reference-server/mount/start.ts';
import { createLiveTransport } from '../../../wire/transport/live-transport.ts';
import { startRawServer } from '../../../wire/testing/raw-server.ts';
import { assess } from '../../assess.ts';
import { serverStates } from '../../../../suites/faults/scenarios/server-states.ts';
import { stateAuthorization } from '../../../../suites/faults/state-authorization.ts';
import { stateDeviceCap } from '../../../../suites/faults/state-device-cap.ts';
import { stateLicense } from '../../../../suites/faults/state-license.ts';
import { stateMaintenance } from '../../../../suites/faults/state-maintenance.ts';
import { policiesOnly } from '../../../../suites/policy/scenarios/policies-only.ts';
import { recordSession } from '../../record-session.ts';
import { occasionOf } from '../../stored-session.ts';
import { call } from '../testing/io.ts';
import { createWorkspace } from '../testing/workspace.ts';

const secret = 'hunter2-hunter2';

test('the states that a target file names are judged, and it is told at once which did not work', async () => {
  await using workspace = await createWorkspace();
  await using server = await startReferenceServer({ keys: 'pool' });
  const { url, user, caPem } = server;
  await workspace.write('ca.pem', caPem);
  await workspace.write('password', user.password);
  const file = await workspace.write(
    'target.yaml',
    [
      `url: ${url}\nemail: ${user.email}\nca: ca.pem\npasswordFile: password\nstates:`,
      '  device-cap: { user: { email: cap@contoso.example, passwordFile: password } }',
      '  license: { user: { email: user@contoso.example, passwordFile: password } }',
      `  maintenance: { command: [${process.execPath}, -e, process.exit(3)] }`,
    ].join('\n'),
  );
  const notices: string[] = [];
  const { session } = await recordSession({
    target: resolveTarget(file, {}, {}),
    transport: createLiveTransport({ ca: [caPem] }),
    keys: 'pool',
    scenarios: [policiesOnly, ...serverStates],
    onNotice: (notice) => void notices.push(notice),
  });
  expect(notices).toEqual([
    `the state "maintenance" of the server: the run could not bring it about: "${process.execPath}" ended with exit code 3`,
  ]);
  const judged = [stateDeviceCap, stateLicense, stateMaintenance, stateAuthorization];
  const { judgements } = assess(session, judged, occasionOf(session, 'live', ''));
  expect(judgements.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'inconclusive', 'inapplicable']);
});

test('a run that is interrupted while a state is in force undoes it, sends nothing more and writes nothing', async () => {
  await using workspace = await createWorkspace();
  await using server = await startReferenceServer({ keys: 'pool' });
  const { url, user, caPem } = server;
  const touch = (name: string): string =>
    `[${process.execPath}, -e, "fs.writeFileSync(${JSON.stringify(workspace.at(name)).replaceAll('"', "'")}, '')"]`;
  await workspace.write('ca.pem', caPem);
  await workspace.write('password', user.password);
  const states = `states:\n  maintenance: { command: ${touch('on')}, undo: ${touch('off')} }\n`;
  const target = `url: ${url}\nemail: ${user.email}\nca: ca.pem\npasswordFile: password\n`;
  const file = await workspace.write('target.yaml', target + states);
  const interruption = new AbortController();
  const live = createLiveTransport({ ca: [caPem] });
  const sent: string[] = [];
  let sentWhenInterrupted: number | undefined;
  const recorded = recordSession({
    target: resolveTarget(file, {}, {}),
    transport: (request) => {
      sent.push(request.url);
      if (existsSync(workspace.at('on'))) {
        interruption.abort();
        sentWhenInterrupted ??= sent.length;
      }
      return live(request);
    },
    keys: 'pool',
    scenarios: [policiesOnly, ...serverStates],
    signal: interruption.signal,
  });
  await expect(recorded).rejects.toThrow('the run was interrupted');
  expect([...(await workspace.files()).keys()].sort()).toEqual(['ca.pem', 'off', 'on', 'password', 'target.yaml']);
  expect(sent.length).toBe(sentWhenInterrupted);
});

describe('a state that a person brings about', () => {
  test.for([
    ['where CI is true', { CI: 'true' }, /"states\.license\.prompt" needs a person, but CI is "true"; use user, http/],
    ['without a terminal', {}, /"states\.license\.prompt" needs a person, but there is no terminal; use user, http or/],
  ] as const)('is refused %s, before anything is sent', async ([, env, message]) => {
    await using workspace = await createWorkspace();
    await using target = await startRawServer('');
    const states = 'states:\n  license: { prompt: Take the license away }\n';
    const file = await workspace.write('target.yaml', `url: ${target.url}\nemail: a@b.example\n${states}`);
    const args = ['run', file, '--out', workspace.at('out')];
    const { code, out, err } = await call(args, { MDE_PASSWORD: secret, ...env });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
    expect(target.received()).toBe('');
  });
});
