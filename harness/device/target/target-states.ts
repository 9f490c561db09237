import path from 'node:path';
import type { Secret } from '../../wire/redaction/secret.ts';
import { isLoopback } from './loopback.ts';
import { passwordInFile, passwordInVariable } from './password.ts';
import type { Environment } from './password.ts';
import { stateNames } from '../../engine/evidence/state-names.ts';
import type { ServerStates, StateRequest, StateWay } from './server-state.ts';
import type { StateCommand } from './state-command.ts';
import { resolveSignIn } from './target-sign-in.ts';
import type { SignInEntry } from './target-sign-in.ts';
import type { StateName } from '../../engine/evidence/state-names.ts';
import { TargetError } from './target-error.ts';

/** A state in a target file; the schema ensures that it names exactly one way. */
interface StateEntry {
  readonly user?: {
    readonly email: string;
    readonly passwordEnv?: string;
    readonly passwordFile?: string;
    readonly signIn?: SignInEntry;
  };
  readonly http?: StateRequest & { readonly undo?: StateRequest };
  readonly command?: readonly string[];
  readonly undo?: readonly string[];
  readonly prompt?: string;
}

export type StateEntries = Readonly<Partial<Record<StateName, StateEntry>>>;

/** Where the states get their secrets. */
export interface StateSurroundings {
  /** Absolute folder of the target file. */
  readonly folder: string;
  readonly env: Environment;
  /** Whether a missing password is an error. */
  readonly needsPasswords: boolean;
}

/** Reads all files and variables that the states of a target file name. Throws `TargetError`. */
export function resolveStates(entries: StateEntries, surroundings: StateSurroundings): ServerStates {
  return Object.fromEntries(
    stateNames.flatMap((state) => {
      const entry = entries[state];
      return entry ? [[state, wayOf(entry, `"states.${state}`, surroundings)] as const] : [];
    }),
  );
}

function wayOf(entry: StateEntry, from: string, surroundings: StateSurroundings): StateWay {
  const { user, http, command, undo, prompt = '' } = entry;
  if (user) {
    const { folder, env, needsPasswords: isNeeded } = surroundings;
    const password = passwordOf(user, `${from}.user`, surroundings);
    const signIn = user.signIn && resolveSignIn(user.signIn, { folder, env, isNeeded }, `${from}.user.signIn`);
    return {
      by: 'user',
      email: user.email,
      ...(password === undefined ? {} : { password }),
      ...(signIn === undefined ? {} : { signIn }),
    };
  }
  if (http) {
    const request = requestOf(http, `${from}.http`);
    return { by: 'http', request, ...(http.undo ? { undo: requestOf(http.undo, `${from}.http.undo`) } : {}) };
  }
  if (command) {
    return {
      by: 'command',
      command: commandOf(command, `${from}.command"`),
      ...(undo ? { undo: commandOf(undo, `${from}.undo"`) } : {}),
      folder: surroundings.folder,
    };
  }
  return { by: 'prompt', text: prompt };
}

function passwordOf(
  { passwordEnv, passwordFile }: NonNullable<StateEntry['user']>,
  from: string,
  { folder, env, needsPasswords }: StateSurroundings,
): Secret | undefined {
  if (passwordFile !== undefined) {
    return needsPasswords ? passwordInFile(path.resolve(folder, passwordFile), `${from}.passwordFile"`) : undefined;
  }
  if (passwordEnv === undefined) return undefined;
  const password = passwordInVariable(passwordEnv, env);
  if (password === undefined && needsPasswords) {
    throw new TargetError(`${from}.passwordEnv": the environment variable ${passwordEnv} is not set`);
  }
  return password;
}

function requestOf({ method, url, body }: StateRequest, from: string): StateRequest {
  const { protocol = '', username = '', password = '' } = URL.canParse(url) ? new URL(url) : {};
  if (username !== '' || password !== '') {
    throw new TargetError(`${from}.url" must not carry a user name or password; use "command" if the call needs one`);
  }
  if (protocol !== 'https:' && !(protocol === 'http:' && isLoopback(url))) {
    throw new TargetError(`${from}.url" must be a URL with https:, or http: on loopback`);
  }
  return { method, url, ...(body === undefined ? {} : { body }) };
}

function commandOf([program = '', ...rest]: readonly string[], from: string): StateCommand {
  if (program === '') throw new TargetError(`${from} names no program`);
  return [program, ...rest];
}
