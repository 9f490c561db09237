import type { Behaviour } from '../../engine/rule/counterexample.ts';
import type { Authority } from '../../protocol/pki/build/authority.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { AuthOffer } from './auth-method.ts';
import { authenticate } from './credentials.ts';
import { VoidDeparture } from '../departures/departures.ts';
import { discover } from './discover.ts';
import type { Endpoint, Origins, Paths } from './endpoints.ts';
import { enrollment } from './enrollment.ts';
import type { EntraDesk } from './entra/jwt-owner.ts';
import type { Desk } from './envelope.ts';
import type { IssuedCertificates } from './issued-certificates.ts';
import type { Choose, Operation } from './operation.ts';
import { getPolicies } from './policies.ts';
import type { Lifetime } from './protocol.ts';
import { firstPolicyRequest, readPolicyRequest } from './policy-request.ts';
import { Refusal, type Attempt } from './refusal.ts';
import { renewal } from './renewal.ts';
import type { IsRightPassword } from './right-password.ts';
import { isAboutRenewal } from './security-token-request.ts';
import type { TokenIssuer } from './sign-in/token-issuer.ts';
import { createTokenUses } from './sign-in/token-uses.ts';
import type { User } from './user.ts';

/** The parts that the operations of one server share. */
export interface OperationsDesk extends Desk {
  readonly origins: Origins;
  readonly paths: Paths;
  readonly lifetime: Lifetime;
  readonly users: readonly [User, ...User[]];
  readonly behaviour: Behaviour;
  readonly authority: Authority;
  readonly offer: AuthOffer;
  readonly isRight: IsRightPassword;
  readonly tokens: TokenIssuer;
  readonly agentToken?: string;
  /** Missing if the server joins no devices to Microsoft Entra. */
  readonly entra?: EntraDesk | undefined;
  readonly userRoots: readonly Certificate[];
  readonly issued: IssuedCertificates;
}

/** The operations behind each SOAP endpoint. */
export type Operations = Readonly<
  Record<Exclude<Endpoint, 'management' | 'signIn' | 'termsOfUse' | 'linkPage'>, Choose>
>;

/** The three operations of a device that enrolls for the first time, and that of one that renews its certificate. */
export function createOperations(desk: OperationsDesk): Operations {
  const { authority, behaviour, identifiers, issued, lifetime, now, offer, origins, paths, users } = desk;
  const variation = createVariation(behaviour.varies);
  const order = createOrder(behaviour);
  const doorkeeper = { ...desk, noteUse: createTokenUses(behaviour) };
  const login = (tree: XmlTree, attempt: Attempt): User =>
    attempt(
      () => authenticate(tree, doorkeeper),
      () => users[0],
    );
  const renew = renewal({ authority, behaviour, issued, lifetime, now, users });
  const discovery: Operation = {
    kind: 'discover',
    answer: (tree, attempt) => {
      const count = variation('discover');
      return discover(tree, attempt, { offer, origins, paths, query: count === 0 ? '' : `?answer=${count}` });
    },
  };
  const policy: Operation = {
    kind: 'get-policies',
    answer: (tree, attempt) => {
      login(tree, attempt);
      const request = attempt(
        () => readPolicyRequest(tree),
        () => firstPolicyRequest,
      );
      const heeded = behaviour.sendsAllPolicies === true ? firstPolicyRequest : request;
      order.admit();
      const nextUpdateHours = 8 + variation('get-policies');
      const uri = `${origins('services')}${paths.enrollment}`;
      return getPolicies(heeded, { uri, lifetime, issuer: authority.intermediate, nextUpdateHours });
    },
  };
  const issue = enrollment({
    authority,
    behaviour,
    identifiers,
    issued,
    lifetime,
    origins,
    paths,
    authenticate: (tree, attempt) => {
      attempt(order.enter, () => undefined);
      return login(tree, attempt);
    },
  });
  return {
    discovery: () => discovery,
    policy: () => policy,
    enrollment: (tree) => (tree && isAboutRenewal(tree) ? renew : issue),
  };
}

/** With this departure, refuses a certificate without a GetPolicies before it; a good server demands no such order. */
function createOrder({ demandsPolicies }: Behaviour): { readonly admit: () => void; readonly enter: () => void } {
  let admitted = 0;
  return {
    admit: () => {
      admitted += 1;
    },
    enter: () => {
      if (demandsPolicies !== true) return;
      if (admitted === 0) throw new Refusal('EnrollmentServer', 'The device has not asked for policies.');
      admitted -= 1;
    },
  };
}

/** Counts the answers of the kind that varies; 0 for all others. Each issue differs anyway. */
function createVariation(varies: Behaviour['varies']): (kind: 'discover' | 'get-policies') => number {
  if (varies !== undefined && varies !== 'discover' && varies !== 'get-policies') {
    throw new VoidDeparture({ behaviour: { varies } }, 'only answers to Discover and GetPolicies can be made to vary');
  }
  let count = 0;
  return (kind) => (kind === varies ? ++count : 0);
}
