import { expect, test } from 'vitest';
import { Secret } from '../../wire/redaction/secret.ts';
import { createTokenPurse } from './token-purse.ts';
import type { TokenSource } from './special-tokens.ts';

const running = (script: string): TokenSource => ({
  by: 'command',
  command: [process.execPath, '-e', script],
  folder: import.meta.dirname,
});

function purseOf(signal?: AbortSignal) {
  const problems: string[] = [];
  const take = createTokenPurse({
    tokens: {
      expired: { by: 'token', token: new Secret('token', 'the old token') },
      large: running('console.log("t" + process.pid)'),
      otherUser: running('process.exit(3)'),
      otherAudience: running('setInterval(() => undefined, 1000)'),
    },
    signal,
    onProblem: (problem) => problems.push(problem),
  });
  const textOf = async (name: Parameters<typeof take>[0]): Promise<string | undefined> =>
    (await take(name))?.revealTo(() => undefined);
  return { textOf, problems };
}

test('a command prints its token once in a run', async () => {
  const { textOf, problems } = purseOf();
  expect(await textOf('expired')).toBe('the old token');
  const printed = await textOf('large');
  expect(printed).toMatch(/^t\d+$/);
  expect(await textOf('large')).toBe(printed);
  expect(problems).toEqual([]);
});

test('a command that fails gives no token, and says so', async () => {
  const { textOf, problems } = purseOf();
  expect(await textOf('otherUser')).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(/^"signIn\.tokens\.otherUser": .* ended with exit code 3$/)]);
});

test('a command ends with the run', async () => {
  const run = new AbortController();
  const { textOf, problems } = purseOf(run.signal);
  const taken = textOf('otherAudience');
  run.abort();
  expect(await taken).toBeUndefined();
  expect(problems).toEqual([expect.stringMatching(/was interrupted$/)]);
});
