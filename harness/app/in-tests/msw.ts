import { http } from 'msw';
import type { HttpHandler } from 'msw';
import { referenceServer } from './reference.ts';
import type { ReferenceOptions } from './reference.ts';

/**
 * Handlers for `setupServer` of msw: a client in the same process that asks the origin gets the answers of the reference server, and a
 * test with `defect` the answers of one that breaks a rule. Each call makes a server of its own.
 *
 * What a `Response` cannot hold, such as a broken connection, no handler of msw can give: such a defect is refused when it is asked for.
 */
export function enrollmentHandlers(options?: ReferenceOptions): HttpHandler[] {
  const { origin, fetch } = referenceServer(options);
  return [http.all(`${origin}/*`, ({ request }) => fetch(request))];
}
