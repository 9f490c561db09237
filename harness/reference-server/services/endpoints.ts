import type { OtherHost } from '../../engine/rule/counterexample.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';

/** What a server offers below a path of its own. */
export type Endpoint = 'discovery' | 'policy' | 'enrollment' | 'management' | 'signIn' | 'termsOfUse' | 'linkPage';

/** The paths of one server. Only a server with federated authentication has a sign-in page there, and only one that joins devices to Microsoft Entra has terms of use. */
export type Paths = Readonly<Record<Endpoint, string>>;

/** The usual paths. Discovery's is fixed by MS-MDE2 3.1, the others are the server's choice. */
const usualPaths: Paths = {
  discovery: '/EnrollmentServer/Discovery.svc',
  policy: '/EnrollmentServer/Policy.svc',
  enrollment: '/EnrollmentServer/Enrollment.svc',
  management: '/ManagementServer/Manage.svc',
  signIn: '/EnrollmentServer/Authenticate',
  linkPage: '/enroll',
  termsOfUse: '/EnrollmentServer/TermsOfUse',
};

/** The usual paths; with a prefix (`/x`, without a slash at its end), it replaces all of each path but its last segment. */
export function pathsUnder(prefix?: string): Paths {
  if (prefix === undefined) return usualPaths;
  const moved = (path: string): string => `${prefix}${path.slice(path.lastIndexOf('/'))}`;
  const { discovery, policy, enrollment, management, signIn, termsOfUse, linkPage } = usualPaths;
  return {
    discovery: moved(discovery),
    policy: moved(policy),
    enrollment: moved(enrollment),
    management: moved(management),
    signIn: moved(signIn),
    linkPage: moved(linkPage),
    termsOfUse: moved(termsOfUse),
  };
}

/** `https://host:port` of the services with a host of their own, and of discovery, which serves all others. */
export type Origins = (of: OtherHost | 'discovery') => string;

const endpoints: readonly Endpoint[] = [
  'discovery',
  'policy',
  'enrollment',
  'management',
  'signIn',
  'termsOfUse',
  'linkPage',
];

/** The endpoint that a request addresses, in any letter case and with any query. */
export function endpointOf({ url }: HttpRequest, paths: Paths): Endpoint | undefined {
  if (!URL.canParse(url)) return undefined;
  const path = new URL(url).pathname.toLowerCase();
  return endpoints.find((endpoint) => paths[endpoint].toLowerCase() === path);
}
