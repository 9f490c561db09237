import { Secret } from '../../wire/redaction/secret.ts';
import type { EntraTarget } from '../entra/entra-target.ts';
import type { SignInWay } from '../sign-in/sign-in-way.ts';
import type { SpecialTokens } from '../sign-in/special-tokens.ts';
import type { ServerStates, StateWay } from './server-state.ts';
import type { AgentEnrollment, Target } from './target.ts';
import { keyInPem } from './user-certificate.ts';
import type { UserCertificate } from './user-certificate.ts';

/** A thing as a caller may write it down: each secret in it may be a plain text. */
export type Described<Thing> = Thing extends Secret
  ? Secret | string
  : Thing extends object
    ? { readonly [Field in keyof Thing]: Described<Thing[Field]> }
    : Thing;

/** The states of a target, as a caller may write them down. */
export type DescribedStates = Described<ServerStates>;

/** What a run must know of its target; the rest of `Target` has a default. */
export type TargetDescription = Described<Pick<Target, 'url' | 'email'> & Partial<Omit<Target, 'url' | 'email'>>>;

/** The target that is described, its secrets made such. A secret that this does not wrap is none of the type `Target`. */
export function targetOf({
  certificate,
  password,
  signIn,
  tokens,
  programmatic,
  states,
  entra,
  ...description
}: TargetDescription): Target {
  return {
    deviceTrust: [],
    capabilities: [],
    ...description,
    ...(certificate === undefined ? {} : { certificate: certificateOf(certificate) }),
    ...(password === undefined ? {} : { password: passwordOf(password) }),
    ...(signIn === undefined ? {} : { signIn: signInOf(signIn) }),
    ...(tokens === undefined ? {} : { tokens: tokensOf(tokens) }),
    ...(programmatic === undefined ? {} : { programmatic: agentOf(programmatic) }),
    ...(states === undefined ? {} : { states: statesOf(states) }),
    ...(entra === undefined ? {} : { entra: entraOf(entra) }),
  };
}

function agentOf({ token, emailAddress }: Described<AgentEnrollment>): AgentEnrollment {
  return { token: typeof token === 'string' ? new Secret('token', token) : token, emailAddress };
}

function certificateOf({ pem, key }: Described<UserCertificate>): UserCertificate {
  return { pem, key: typeof key === 'string' ? keyInPem(key, 'certificate.key') : key };
}

function signInOf(way: Described<SignInWay>): SignInWay {
  if (way.by !== 'token') return way;
  return { by: 'token', token: typeof way.token === 'string' ? new Secret('token', way.token) : way.token };
}

function tokensOf(tokens: Described<SpecialTokens>): SpecialTokens {
  return Object.fromEntries(Object.entries(tokens).map(([name, source]) => [name, signInOf(source)]));
}

function entraOf({ issuer: { key, ...issuer }, ...entra }: Described<EntraTarget>): EntraTarget {
  if (key === undefined) return { ...entra, issuer };
  return { ...entra, issuer: { ...issuer, key: typeof key === 'string' ? new Secret('secret', key) : key } };
}

function statesOf(states: DescribedStates): ServerStates {
  return Object.fromEntries(Object.entries(states).map(([state, way]) => [state, wayOf(way)]));
}

function wayOf(way: Described<StateWay>): StateWay {
  if (way.by !== 'user') return way;
  const { password, signIn, ...user } = way;
  return {
    ...user,
    ...(password === undefined ? {} : { password: passwordOf(password) }),
    ...(signIn === undefined ? {} : { signIn: signInOf(signIn) }),
  };
}

function passwordOf(described: Secret | string): Secret {
  return typeof described === 'string' ? new Secret('password', described) : described;
}
