import { statSync } from 'node:fs';
import path from 'node:path';
import type { Secret } from '../../wire/redaction/secret.ts';
import type { ServerStates } from './server-state.ts';
import { discoveryUrl, discoveryUrlOfDomain, isDomain, isEmail } from './target-address.ts';
import { TargetError } from './target-error.ts';
import { namedPlainHttp } from './plain-discovery.ts';
import { passwordInFile, passwordInVariable } from './password.ts';
import type { Environment } from './password.ts';
import { readPemFile } from './pem-file.ts';
import { readTargetFile } from './target-file.ts';
import type { TargetFile } from './target-file.ts';
import { resolveStates } from './target-states.ts';

/** The server under test, with everything read that its description refers to. */
export interface Target {
  /** Discovery URL in the letter case in which it was given. */
  readonly url: string;
  /** The user; also the user name of on-premise authentication. */
  readonly email: string;
  /** Offer this method only; absent: what the client profile offers. */
  readonly auth?: 'on-premise';
  /** Absent only where the caller said that it may be. */
  readonly password?: Secret;
  /** PEM bundle that TLS trusts besides nothing else; absent: the trust of Node. */
  readonly ca?: string;
  /** Discovery in plain HTTP, where it is not on port 80 of the same host. */
  readonly plainHttp?: string;
  /** PEM roots that a device trusts before it enrolls. */
  readonly deviceTrust: readonly string[];
  readonly capabilities: readonly string[];
  /** How states of the server are brought about in which valid requests are refused; absent: none is. */
  readonly states?: ServerStates;
}

/** What the command line says besides the target; paths are relative to the working folder. */
export interface TargetOptions {
  /** A target file whose fields are the defaults. */
  readonly config?: string;
  readonly email?: string;
  readonly auth?: string;
  readonly ca?: string;
  readonly deviceTrust?: string;
  readonly passwordFile?: string;
  /** Whether a target without a password is an error (default) or not. */
  readonly credentials?: 'required' | 'optional';
}

/**
 * Makes a target of a discovery URL, a domain, an e-mail address or a target file, and of the options around it; an
 * option goes before the file. Throws `TargetError` with what is wrong and what is allowed.
 */
export function resolveTarget(argument: string | undefined, options: TargetOptions, env: Environment): Target {
  const described = argument !== undefined && isTargetFile(argument) ? argument : undefined;
  if (described !== undefined && options.config !== undefined) {
    throw new TargetError(`both "${described}" and --config "${options.config}" are target files; keep one`);
  }
  const configured = described ?? options.config;
  const file = configured === undefined ? undefined : readTargetFile(configured);
  const address = described === undefined ? (argument ?? file?.url) : file?.url;
  if (address === undefined) {
    throw new TargetError('no target; expected a discovery URL, a domain, an e-mail address or a target file');
  }

  const url = urlOf(address);
  const email = options.email ?? (isEmail(address) ? address : file?.email);
  if (email === undefined) throw new TargetError('no user; give --email user@domain, or "email" in a target file');
  if (!isEmail(email)) throw new TargetError(`--email "${email}" is not an e-mail address; expected user@contoso.com`);
  const auth = authOf(options.auth) ?? file?.auth;
  const password = readPassword(options, file, env);
  const ca = readCa(options, file);
  const needsPasswords = options.credentials !== 'optional';
  return {
    url,
    email,
    ...(auth ? { auth } : {}),
    ...(password === undefined ? {} : { password }),
    ...(ca === undefined ? {} : { ca }),
    ...(file?.plainHttp === undefined ? {} : { plainHttp: namedPlainHttp(file.plainHttp, url) }),
    deviceTrust: readDeviceTrust(options, file),
    capabilities: file?.capabilities ?? [],
    ...(file?.states ? { states: resolveStates(file.states, { folder: file.folder, env, needsPasswords }) } : {}),
  };
}

function isTargetFile(argument: string): boolean {
  if (argument.includes('://') || isEmail(argument)) return false;
  if (/\.(ya?ml|json)$/i.test(argument)) return true;
  return statSync(argument, { throwIfNoEntry: false })?.isFile() ?? false;
}

function urlOf(address: string): string {
  if (address.includes('://')) return discoveryUrl(address);
  if (isEmail(address)) return discoveryUrlOfDomain(address.slice(address.indexOf('@') + 1));
  if (isDomain(address)) return discoveryUrlOfDomain(address);
  throw new TargetError(
    `"${address}" is no target; expected a discovery URL (https://host/EnrollmentServer/Discovery.svc), ` +
      'a domain (contoso.com), an e-mail address, or a target file (.yaml, .json)',
  );
}

function authOf(given: string | undefined): 'on-premise' | undefined {
  if (given === undefined || given === 'on-premise') return given;
  const reason = given === 'federated' || given === 'certificate' ? 'is not supported yet' : 'is unknown';
  throw new TargetError(`--auth "${given}" ${reason}; allowed is on-premise`);
}

/** The option goes before the file's reference, and that before MDE_PASSWORD. */
function readPassword(options: TargetOptions, file: TargetFile | undefined, env: Environment): Secret | undefined {
  if (options.passwordFile !== undefined) return passwordInFile(options.passwordFile, '--password-file');
  if (file?.passwordFile !== undefined)
    return passwordInFile(path.resolve(file.folder, file.passwordFile), '"passwordFile"');
  const variable = file?.passwordEnv ?? 'MDE_PASSWORD';
  const password = passwordInVariable(variable, env);
  if (password !== undefined) return password;
  if (options.credentials === 'optional' && file?.passwordEnv === undefined) return undefined;
  throw new TargetError(
    `no password: the environment variable ${variable} is not set; set it, or give --password-file`,
  );
}

function readCa(options: TargetOptions, file: TargetFile | undefined): string | undefined {
  if (options.ca !== undefined) return readPemFile(options.ca, '--ca').join('');
  if (file?.ca === undefined) return undefined;
  return readPemFile(path.resolve(file.folder, file.ca), '"ca"').join('');
}

function readDeviceTrust(options: TargetOptions, file: TargetFile | undefined): readonly string[] {
  if (options.deviceTrust !== undefined) return readPemFile(options.deviceTrust, '--device-trust');
  const named = file?.deviceTrust ?? [];
  const paths = typeof named === 'string' ? [named] : named;
  return paths.flatMap((name) => readPemFile(path.resolve(file?.folder ?? '', name), '"deviceTrust"'));
}
