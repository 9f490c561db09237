import path from 'node:path';
import type { Secret } from '../../wire/redaction/secret.ts';
import type { EntraTarget } from '../entra/entra-target.ts';
import type { SignInWay } from '../sign-in/sign-in-way.ts';
import type { SpecialTokens } from '../sign-in/special-tokens.ts';
import { authMethods, isAuthMethod } from './auth-method.ts';
import type { AuthMethod } from './auth-method.ts';
import type { ServerStates } from './server-state.ts';
import { discoveryUrl, discoveryUrlOfDomain, isDomain, isEmail } from './target-address.ts';
import { TargetError } from './target-error.ts';
import { expectation, isFileName, refuseOtherArgument } from './other-argument.ts';
import { linkPages } from './link-pages.ts';
import { linkTarget } from './link-target.ts';
import { namedPlainHttp } from './plain-discovery.ts';
import { passwordInFile, passwordInVariable } from './password.ts';
import type { Environment } from './password.ts';
import { readPemFile } from './pem-file.ts';
import { readTargetFile } from './target-file.ts';
import type { TargetFile } from './target-file.ts';
import { referencedSecret, resolveSignIn, resolveTokens } from './target-sign-in.ts';
import { resolveEntra } from './target-entra.ts';
import { resolveStates } from './target-states.ts';
import { resolveCertificate } from './user-certificate.ts';
import type { UserCertificate } from './user-certificate.ts';

/** How an agent enrolls a device. */
export interface AgentEnrollment {
  readonly token: Secret;
  /** What Discover carries as EmailAddress. */
  readonly emailAddress: string;
}

/** The server under test, with the contents of all files and variables that its description names. */
export interface Target {
  /** The discovery URL, in its original letter case. */
  readonly url: string;
  /** The user; also the user name of on-premise authentication. */
  readonly email: string;
  /** Offer this method only. Default: the methods of the client profile. */
  readonly auth?: AuthMethod;
  /** How the user signs in at a server that wants a token. Default: the sign-in page is opened, and nobody signs in. */
  readonly signIn?: SignInWay;
  /** Tokens of the same issuer that are special. Default: none, so that what they show stays open. */
  readonly tokens?: SpecialTokens;
  /** How a device joins Microsoft Entra at this server. Default: none does. */
  readonly entra?: EntraTarget;
  /** What signs the messages at a server that wants a certificate. Default: no device authenticates there. */
  readonly certificate?: UserCertificate;
  /** Missing only if the caller allows that. */
  readonly password?: Secret;
  /** PEM bundle of the only roots that TLS trusts. Default: the trust of Node. */
  readonly ca?: string;
  /** The address of discovery in plain HTTP, if it is not on port 80 of the same host. */
  readonly plainHttp?: string;
  /** An agent that enrolls devices by a token of its own, with a name that is no e-mail address. Default: there is none. */
  readonly programmatic?: AgentEnrollment;
  /** Pages that publish links to the enrollment app. Default: none is known. */
  readonly links?: readonly string[];
  /** The header field in which a proxy before the server hands on the certificate of a client. Default: there is none. */
  readonly certificateHeader?: string;
  /** The devices of a run leave at its end. Default: they stay. */
  readonly cleanup?: boolean;
  /** PEM roots that a device trusts before it enrolls. */
  readonly deviceTrust: readonly string[];
  readonly capabilities: readonly string[];
  /** How to bring about the states in which the server refuses valid requests. Default: none. */
  readonly states?: ServerStates;
}

/** The options besides the target; paths are relative to the working folder. */
export interface TargetOptions {
  /** A target file; its fields are the defaults. */
  readonly config?: string;
  /** Which target of a target file that describes several. */
  readonly target?: string;
  readonly email?: string;
  readonly auth?: string;
  readonly ca?: string;
  readonly deviceTrust?: string;
  readonly passwordFile?: string;
  /** Whether a missing password is an error (default: yes). */
  readonly credentials?: 'required' | 'optional';
}

/**
 * Makes a target of a discovery URL, a domain, an e-mail address, a deep link or a target file, and of the options. An option
 * overrides the file. Throws `TargetError`, which says what is wrong and what is allowed.
 */
export function resolveTarget(argument: string | undefined, options: TargetOptions, env: Environment): Target {
  if (argument !== undefined) refuseOtherArgument(argument);
  if (options.config !== undefined && isFileName(options.config)) refuseOtherArgument(options.config);
  const described = argument !== undefined && isFileName(argument) ? argument : undefined;
  if (described !== undefined && options.config !== undefined) {
    throw new TargetError(`"${described}" and --config "${options.config}" are both target files; keep one`);
  }
  const configured = described ?? options.config;
  const file = configured === undefined ? undefined : readTargetFile(configured, options.target);
  if (configured === undefined && options.target !== undefined) {
    throw new TargetError(`--target "${options.target}" chooses a target of a target file; name the file, too`);
  }
  const linked = argument === undefined ? undefined : linkTarget(argument, options.email ?? file?.email);
  const address = described === undefined ? (linked?.address ?? argument ?? file?.url) : file?.url;
  if (address === undefined) {
    throw new TargetError(
      'no target; expected a discovery URL, a domain, an e-mail address, a deep link or a target file',
    );
  }

  const url =
    address === file?.url && linked === undefined
      ? ofFile(configured, '"url": ', () =>
          urlOf(address, 'a discovery URL (https://host/EnrollmentServer/Discovery.svc) or a domain (contoso.com)'),
        )
      : urlOf(address);
  const email = options.email ?? linked?.email ?? (isEmail(address) ? address : file?.email);
  if (email === undefined) throw new TargetError('no user; give --email user@domain, or "email" in a target file');
  refuseOtherForm(email, file?.emailForm);
  const auth = authOf(options.auth) ?? file?.auth;
  refuseWithoutMeans(auth, options.auth === undefined ? '"auth"' : '--auth', file);
  const needsPasswords = options.credentials !== 'optional';
  const where = { folder: file?.folder ?? '', env, isNeeded: needsPasswords };
  const signIn = file?.signIn && resolveSignIn(file.signIn, where);
  const tokens = file?.signIn?.tokens && resolveTokens(file.signIn, where);
  const certificate =
    file?.certificate && resolveCertificate(file.certificate, { folder: file.folder, isNeeded: needsPasswords });
  const hasOtherMeans = signIn !== undefined || certificate !== undefined || file?.entra !== undefined;
  const needsNone = hasOtherMeans || (auth !== undefined && auth !== 'on-premise');
  const password = readPassword(
    { ...options, credentials: needsNone ? 'optional' : (options.credentials ?? 'required') },
    file,
    env,
  );
  const ca = ofFile(options.ca === undefined ? configured : undefined, '', () => readCa(options, file));
  return {
    url,
    email,
    ...(auth ? { auth } : {}),
    ...(signIn ? { signIn } : {}),
    ...(tokens ? { tokens } : {}),
    ...(certificate ? { certificate } : {}),
    ...(password === undefined ? {} : { password }),
    ...(ca === undefined ? {} : { ca }),
    ...(file?.plainHttp === undefined ? {} : { plainHttp: namedPlainHttp(file.plainHttp, url) }),
    ...(file?.links ? { links: linkPages(file.links, url) } : {}),
    ...(file?.certificateHeader === undefined ? {} : { certificateHeader: file.certificateHeader }),
    ...(file?.cleanup === undefined ? {} : { cleanup: file.cleanup }),
    ...agentOf(file, env, needsPasswords),
    deviceTrust: ofFile(options.deviceTrust === undefined ? configured : undefined, '', () =>
      readDeviceTrust(options, file),
    ),
    capabilities: file?.capabilities ?? [],
    ...(file?.entra ? { entra: resolveEntra(file.entra, file.folder) } : {}),
    ...(file?.states ? { states: resolveStates(file.states, { folder: file.folder, env, needsPasswords }) } : {}),
  };
}

/** Does work for a field of a target file; the `TargetError` then names the file, too. */
function ofFile<T>(file: string | undefined, field: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (file === undefined || !(error instanceof TargetError)) throw error;
    throw new TargetError(`${file}: ${field}${error.message}`);
  }
}

/** Without its token where none is needed and none is there. */
function agentOf(file: TargetFile | undefined, env: Environment, isNeeded: boolean): Pick<Target, 'programmatic'> {
  if (!file?.programmatic) return {};
  const { token: reference, emailAddress } = file.programmatic;
  const token = referencedSecret(reference, 'token', '"programmatic.token', { folder: file.folder, env, isNeeded });
  return token ? { programmatic: { token, emailAddress } } : {};
}

/** `expected` is what may stand there. */
function urlOf(address: string, expected?: string): string {
  if (address.includes('://')) return discoveryUrl(address);
  if (isEmail(address)) return discoveryUrlOfDomain(address.slice(address.indexOf('@') + 1));
  if (isDomain(address)) return discoveryUrlOfDomain(address);
  throw new TargetError(
    expected === undefined ? `"${address}" is not a target; ${expectation}` : `"${address}" is not ${expected}`,
  );
}

/** Windows sends an e-mail address; a server that wants another form is one only if its target file says so. */
function refuseOtherForm(email: string, form: TargetFile['emailForm']): void {
  const isAllowed = form === 'any' ? /^[^\p{Cc}]+$/u.test(email) && email.trim() !== '' : isEmail(email);
  if (isAllowed) return;
  throw new TargetError(
    form === 'any'
      ? '--email is empty or holds a control character; expected a user name, such as DOMAIN\\user'
      : `--email "${email}" is not an e-mail address; expected user@contoso.com (a target file with "emailForm: any" allows another form, if the server wants it)`,
  );
}

function authOf(given: string | undefined): AuthMethod | undefined {
  if (given === undefined || isAuthMethod(given)) return given;
  throw new TargetError(`--auth "${given}" is unknown; allowed is ${authMethods.join(', ')}`);
}

/** Nobody can enroll in these ways without what the target file gives. */
function refuseWithoutMeans(auth: AuthMethod | undefined, from: string, file: TargetFile | undefined): void {
  const isGiven = { entra: file?.entra !== undefined, certificate: file?.certificate !== undefined };
  if ((auth !== 'entra' && auth !== 'certificate') || isGiven[auth]) return;
  throw new TargetError(`${from} is ${auth}, which needs "${auth}" in a target file`);
}

/** The option overrides the file, and the file overrides MDE_PASSWORD. */
function readPassword(options: TargetOptions, file: TargetFile | undefined, env: Environment): Secret | undefined {
  if (options.passwordFile !== undefined) return passwordInFile(options.passwordFile, '--password-file');
  if (file?.passwordFile !== undefined)
    return passwordInFile(path.resolve(file.folder, file.passwordFile), '"passwordFile" of the target file');
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
