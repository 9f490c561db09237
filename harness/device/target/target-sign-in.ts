import path from 'node:path';
import { Secret } from '../../wire/redaction/secret.ts';
import type { SecretKind } from '../../wire/redaction/secret-ledger.ts';
import type { SignInWay } from '../sign-in/sign-in-way.ts';
import type { BrowserStep } from '../sign-in/browser/browser-step.ts';
import { passwordInFile, passwordInVariable } from './password.ts';
import type { Environment } from './password.ts';
import { TargetError } from './target-error.ts';

/** Where a secret is; the schema ensures that one of them is given. */
export interface SecretReference {
  readonly env?: string;
  readonly file?: string;
}

/** One step of a script; the schema ensures that it is one of them. */
type StepEntry = { readonly fill: string; readonly with: string | SecretReference } | { readonly click: string };

/** `signIn` of a target file; the schema ensures that it names one way. */
export interface SignInEntry {
  readonly token?: SecretReference;
  readonly command?: readonly string[];
  readonly form?: Readonly<Record<string, string | SecretReference>>;
  readonly browser?: {
    readonly executable?: string;
    readonly headless?: boolean;
    readonly script?: readonly StepEntry[];
  };
}

/** Where the way to sign in gets its secrets. */
export interface SignInSurroundings {
  /** Absolute folder of the target file. */
  readonly folder: string;
  readonly env: Environment;
  /** Whether a missing secret is an error; else the way that lacks it is left out. */
  readonly isNeeded: boolean;
}

/** Reads the files and variables that `signIn` names; undefined if a secret is missing that is not needed. Throws `TargetError`. */
export function resolveSignIn(entry: SignInEntry, surroundings: SignInSurroundings): SignInWay | undefined {
  const { token, command, form = {}, browser } = entry;
  if (token) {
    const secret = referencedSecret(token, 'token', '"signIn.token', surroundings);
    return secret && { by: 'token', token: secret };
  }
  if (command) {
    const [program = '', ...rest] = command;
    if (program === '') throw new TargetError('"signIn.command" names no program');
    return { by: 'command', command: [program, ...rest], folder: surroundings.folder };
  }
  if (browser) return browserWay(browser, surroundings);
  const fields: [string, string | Secret][] = [];
  for (const [name, value] of Object.entries(form)) {
    const text =
      typeof value === 'string' ? value : referencedSecret(value, 'password', `"signIn.form.${name}`, surroundings);
    if (text === undefined) return undefined;
    fields.push([name, text]);
  }
  return { by: 'form', fields: Object.fromEntries(fields) };
}

function browserWay(
  { executable, headless, script }: NonNullable<SignInEntry['browser']>,
  surroundings: SignInSurroundings,
): SignInWay | undefined {
  const steps: BrowserStep[] = [];
  for (const [index, step] of (script ?? []).entries()) {
    if (!('fill' in step)) steps.push({ click: step.click });
    else {
      const from = `"signIn.browser.script.${index}.with`;
      const text =
        typeof step.with === 'string' ? step.with : referencedSecret(step.with, 'password', from, surroundings);
      if (text === undefined) return undefined;
      steps.push({ fill: step.fill, with: text });
    }
  }
  return {
    by: 'browser',
    ...(executable === undefined ? {} : { executable: path.resolve(surroundings.folder, executable) }),
    ...(headless === undefined ? {} : { headless }),
    ...(script === undefined ? {} : { script: steps }),
  };
}

/** The secret in a variable or a file; undefined if it is missing and not needed. `from` begins the place in the `TargetError`. */
export function referencedSecret(
  { env: variable = '', file }: SecretReference,
  kind: SecretKind,
  from: string,
  { folder, env, isNeeded }: SignInSurroundings,
): Secret | undefined {
  if (file !== undefined) {
    return isNeeded ? ofKind(kind, passwordInFile(path.resolve(folder, file), `${from}.file"`)) : undefined;
  }
  const secret = passwordInVariable(variable, env);
  if (secret !== undefined) return ofKind(kind, secret);
  if (!isNeeded) return undefined;
  throw new TargetError(`${from}.env": the environment variable ${variable} is not set`);
}

function ofKind(kind: SecretKind, secret: Secret): Secret {
  return secret.kind === kind
    ? secret
    : new Secret(
        kind,
        secret.revealTo(() => undefined),
      );
}
