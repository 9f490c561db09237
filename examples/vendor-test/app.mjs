// Stands in for the vendor's server: anything with a `fetch(request)` does, such as a Hono app.
import { createReferenceServer, poolAuthorityKeys, toFetchHandler } from 'mde-conformance';

export const user = { email: 'user@mdm.example', password: 'correct horse battery staple' };

const server = createReferenceServer({
  origin: 'https://mdm.example',
  now: () => new Date(),
  seed: 'example',
  users: [user],
  keys: poolAuthorityKeys(),
});

export const app = { fetch: toFetchHandler(server, { certificateHeader: 'x-client-cert' }) };
