import type { Secret } from '../../wire/redaction/secret.ts';
import type { SignInResult } from './sign-in-by-form.ts';
import type { SpecialToken, SpecialTokens, TokenSource } from './special-tokens.ts';
import { signInByCommand } from './token-command.ts';

/** What the special tokens of a run come from. */
export interface TokenPurseParts {
  readonly tokens?: SpecialTokens | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Gets why a command printed no token, as a clause for people. */
  readonly onProblem: (problem: string) => void;
}

/** Gives the special tokens of a target. Each command runs once in a run, when somebody first asks for its token. */
export function createTokenPurse({ tokens, signal, onProblem }: TokenPurseParts) {
  const taken = new Map<SpecialToken, Promise<Secret | undefined>>();
  const take = async (name: SpecialToken, source: TokenSource): Promise<Secret | undefined> => {
    const result: SignInResult = source.by === 'token' ? source : await signInByCommand(source, signal);
    if ('token' in result) return result.token;
    onProblem(`"signIn.tokens.${name}": ${result.problem}`);
    return undefined;
  };
  return async (name: SpecialToken): Promise<Secret | undefined> => {
    const source = tokens?.[name];
    if (source === undefined) return undefined;
    const token = taken.get(name) ?? take(name, source);
    taken.set(name, token);
    return await token;
  };
}
