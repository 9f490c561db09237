import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlObject } from '../../protocol/xml/write.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { authPolicies, chosenMethod, type AuthOffer, type OfferedMethod } from './auth-method.ts';
import { nil } from './envelope.ts';
import type { Origins, Paths } from './endpoints.ts';
import { Refusal, type Attempt } from './refusal.ts';
import { bodyElement, requiredText } from './soap-request.ts';

/** The EnrollmentVersion for this RequestVersion; undefined below the lowest documented version. */
type EnrollmentVersion = string | undefined;

/** The parts that discovery needs. */
export interface DiscoverDesk {
  readonly offer: AuthOffer;
  readonly origins: Origins;
  readonly paths: Paths;
  /** Appended to the address of the enrollment service; empty, or with its question mark. */
  readonly query: string;
}

interface Discovered {
  readonly method: OfferedMethod;
  readonly version: EnrollmentVersion;
}

/** Reads a Discover request (MS-MDE2 3.1.4.1.3.1) and answers it; it ignores the parts that it does not need. */
export function discover(tree: XmlTree, attempt: Attempt, { offer, origins, paths, query }: DiscoverDesk): XmlObject {
  const { method, version } = attempt<Discovered>(
    () => readDiscover(tree, offer),
    () => ({ method: offer[0], version: '4.0' }),
  );
  const signIn = origins('authentication');
  const hasSignIn = method === 'federated' || signIn !== origins('discovery');
  return {
    DiscoverResponse: {
      '@_xmlns': namespaces.d,
      DiscoverResult: {
        AuthPolicy: authPolicies[method],
        EnrollmentVersion: version ?? nil,
        EnrollmentPolicyServiceUrl: `${origins('services')}${paths.policy}`,
        EnrollmentServiceUrl: `${origins('services')}${paths.enrollment}${query}`,
        AuthenticationServiceUrl: hasSignIn ? `${signIn}${paths.signIn}` : nil,
      },
    },
  };
}

function readDiscover(tree: XmlTree, offer: AuthOffer): Discovered {
  const discover = bodyElement(tree, 'd:Discover');
  const [request, ...others] = discover.all('d:request');
  if (request === undefined || others.length > 0) {
    throw new Refusal('MessageFormat', 'Discover needs exactly one request.');
  }
  requiredText(request, 'd:EmailAddress');
  const version = enrollmentVersion(requiredText(request, 'd:RequestVersion'));
  const offered = request.all('d:AuthPolicies/d:AuthPolicy').map(({ text }) => text.trim());
  if (offered.length === 0) throw new Refusal('MessageFormat', 'Discover needs the AuthPolicies of the device.');
  const method = chosenMethod(offer, offered);
  if (method !== undefined) return { method, version };
  const own = offer.map((known) => authPolicies[known]);
  const only = own.length === 1 ? `the ${own.join()} policy only, which` : `the policies ${own.join(' and ')}, which`;
  throw new Refusal('Authentication', `This server offers ${only} the device did not.`);
}

/** The highest documented version up to the requested one; a decimal number can be written in many ways. */
function enrollmentVersion(text: string): EnrollmentVersion {
  const requested = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
  if (!(requested >= 1)) throw new Refusal('MessageFormat', 'RequestVersion is not a version of the protocol.');
  const answered = Math.min(Math.floor(requested), 7);
  return answered < 3 ? undefined : `${answered}.0`;
}
