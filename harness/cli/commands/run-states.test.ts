import { describe, expect, test } from 'vitest';
import { startRawServer } from '../../session/testing/raw-server.ts';
import { call } from '../testing/io.ts';
import { runAt, whileServing } from '../testing/serving.ts';
import type { Announced } from '../testing/serving.ts';
import { createWorkspace } from '../testing/workspace.ts';
import type { Workspace } from '../testing/workspace.ts';

const secret = 'hunter2-hunter2';

/** A target file for a server that announced itself, with these states. */
async function describeTarget(workspace: Workspace, { url, email, ca }: Announced, states: string): Promise<string> {
  return await workspace.write('target.yaml', `url: ${url}\nemail: ${email}\nca: ${ca}\nstates:\n${states}`);
}

async function judgementsIn(workspace: Workspace): Promise<ReadonlyMap<unknown, Record<string, unknown>>> {
  const results = JSON.parse(await workspace.read('out/results.json')) as { judgements: Record<string, unknown>[] };
  return new Map(results.judgements.map((judgement) => [judgement['check'], judgement]));
}

test(
  'a run judges the states that its target file names, and tells at once which did not work',
  { timeout: 120_000 },
  async () => {
    await using workspace = await createWorkspace();
    await whileServing([], async (announced) => {
      const states = [
        `  device-cap: { user: { email: cap@contoso.example, passwordFile: ${announced.passwordFile} } }`,
        `  license: { user: { email: user@contoso.example, passwordFile: ${announced.passwordFile} } }`,
        `  maintenance: { command: [${process.execPath}, -e, process.exit(3)] }`,
        '',
      ].join('\n');
      const file = await describeTarget(workspace, announced, states);
      const options = ['--config', file, '--check', checked.join(','), '--concurrency', '8'];
      const { code, err } = await runAt(announced, workspace.at('out'), ...options);
      expect(code).toBe(0);
      expect(err).toContain(
        `mde-conformance: the state "maintenance" of the server: it could not be brought about: "${process.execPath}" ended with exit code 3\n`,
      );
    });
    const judgements = await judgementsIn(workspace);
    expect(checked.map((check) => judgements.get(check)?.['outcome'])).toEqual([
      'passed',
      'failed',
      'inconclusive',
      'inapplicable',
    ]);
  },
);

const checked = ['device-cap', 'license', 'maintenance', 'authorization'].map((state) => `faults/state-${state}`);

describe('a state that a person brings about', () => {
  test.for([
    ['where CI is true', { CI: 'true' }, /"states\.license\.prompt" asks a person, and CI is "true"; use user, http/],
    ['without a terminal', {}, /"states\.license\.prompt" asks a person, and there is no terminal; use user, http or/],
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
