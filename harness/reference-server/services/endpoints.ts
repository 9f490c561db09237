import type { OtherHost } from '../../engine/rule/counterexample.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';

/** Paths of the endpoints. Discovery's is fixed by MS-MDE2 3.1, the others are the server's choice. */
export const paths = {
  discovery: '/EnrollmentServer/Discovery.svc',
  policy: '/EnrollmentServer/Policy.svc',
  enrollment: '/EnrollmentServer/Enrollment.svc',
  management: '/ManagementServer/Manage.svc',
} as const;

/** The sign-in page, which only exists if it has a host of its own. */
export const signInPath = '/SignIn';

/** `https://host:port` of the services with a host of their own, and of discovery, which serves all others. */
export type Origins = (of: OtherHost | 'discovery') => string;

export type Endpoint = keyof typeof paths;

const endpoints = Object.keys(paths) as readonly Endpoint[];

/** The endpoint that a request addresses, in any letter case and with any query. */
export function endpointOf({ url }: HttpRequest): Endpoint | undefined {
  if (!URL.canParse(url)) return undefined;
  const path = new URL(url).pathname.toLowerCase();
  return endpoints.find((endpoint) => paths[endpoint].toLowerCase() === path);
}
