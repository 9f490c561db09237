import path from 'node:path';
import { Secret } from '../../wire/redaction/secret.ts';
import type { SecretKind } from '../../wire/redaction/secret-ledger.ts';
import type { SignInWay } from '../sign-in/sign-in-way.ts';
import { specialTokens } from '../sign-in/special-tokens.ts';
import type { SpecialToken, SpecialTokens, TokenSource } from '../sign-in/special-tokens.ts';
import type { BrowserStep } from '../sign-in/browser/browser-step.ts';
import { passwordInFile, passwordInVariable } from './password.ts';
import type { Environment } from './password.ts';
import { TargetError } from './target-error.ts';

/** Where a secret is; the schema ensures that one of them is given. */
export interface SecretReference {
  readonly env?: string;
  readonly file?: string;
}

/** A token that no page gives; the schema ensures that it names one source. */
interface TokenEntry extends SecretReference {
  readonly command?: readonly string[];
}

/** One step of a script; the schema ensures that it is one of them. */
type StepEntry = { readonly fill: string; readonly with: string | SecretReference } | { readonly click: string };

/** `signIn` of a target file, or of a prepared user; the schema ensures that it names one way. */
export interface SignInEntry {
  readonly token?: SecretReference;
  readonly command?: readonly string[];
  readonly form?: Readonly<Record<string, string | SecretReference>>;
  /** Not of a prepared user. */
  readonly browser?: {
    readonly executable?: string;
    readonly headless?: boolean;
    readonly script?: readonly StepEntry[];
  };
  /** Not of a prepared user. */
  readonly tokens?: Readonly<Partial<Record<SpecialToken, TokenEntry>>>;
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
export function resolveSignIn(
  { token, command, form = {}, browser }: SignInEntry,
  surroundings: SignInSurroundings,
  from = '"signIn',
): SignInWay | undefined {
  if (token) {
    const secret = referencedSecret(token, 'token', `${from}.token`, surroundings);
    return secret && { by: 'token', token: secret };
  }
  if (command) return byCommand(command, from, surroundings);
  if (browser) return browserWay(browser, surroundings);
  const fields: [string, string | Secret][] = [];
  for (const [name, value] of Object.entries(form)) {
    const text =
      typeof value === 'string' ? value : referencedSecret(value, 'password', `${from}.form.${name}`, surroundings);
    if (text === undefined) return undefined;
    fields.push([name, text]);
  }
  return { by: 'form', fields: Object.fromEntries(fields) };
}

/** Reads what `signIn.tokens` names, without those whose secret is missing and not needed. Throws `TargetError`. */
export function resolveTokens({ tokens = {} }: SignInEntry, surroundings: SignInSurroundings): SpecialTokens {
  return Object.fromEntries(
    specialTokens.flatMap((name) => {
      const entry = tokens[name];
      const source = entry && sourceOf(entry, `"signIn.tokens.${name}`, surroundings);
      return source ? [[name, source] as const] : [];
    }),
  );
}

function sourceOf(entry: TokenEntry, from: string, surroundings: SignInSurroundings): TokenSource | undefined {
  if (entry.command) return byCommand(entry.command, from, surroundings);
  const secret = referencedSecret(entry, 'token', from, surroundings);
  return secret && { by: 'token', token: secret };
}

function byCommand([program = '', ...rest]: readonly string[], from: string, { folder }: SignInSurroundings) {
  if (program === '') throw new TargetError(`${from}.command" names no program`);
  return { by: 'command', command: [program, ...rest], folder } as const;
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
