import { outputOf } from '../run/command-output.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import type { SignInResult } from './sign-in-by-form.ts';
import type { SignInWay } from './sign-in-way.ts';

/** Milliseconds that a command may take: a person may have to confirm a sign-in elsewhere. */
const longestMs = 120_000;

/** Runs the command of a target file; the first line of its output is the token. */
export async function signInByCommand(
  { command, folder }: Extract<SignInWay, { by: 'command' }>,
  signal?: AbortSignal,
): Promise<SignInResult> {
  const { problem, output } = await outputOf(command, folder, { longestMs, signal });
  if (problem !== undefined) return { problem: `the command of "signIn": ${problem}` };
  const [line = ''] = output.split(/\r?\n/);
  const text = line.trim();
  return text === ''
    ? { problem: 'the command of "signIn" printed no token on its first line' }
    : { token: new Secret('token', text) };
}
