import { randomBytes } from 'node:crypto';
import type { Departure } from '../engine/counterexample.ts';
import { generateAuthorityKeys, poolAuthorityKeys } from '../pki/authority-keys.ts';
import { createReferenceServer } from './handler.ts';
import { listen } from './listen.ts';
import { preparedUsers } from './prepared-users.ts';
import type { Listener } from './listen.ts';

export interface StartOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly departures?: readonly Departure[];
  /** `pool` is quick, and only for a client in this process: anybody has those keys. */
  readonly keys: 'pool' | 'generated';
  readonly now?: () => Date;
  readonly seed?: string;
  readonly user?: { readonly email: string; readonly password: string };
}

/** A reference server that listens, and what a client must know to enroll there. */
export interface StartedServer extends Listener {
  /** Discovery URL. */
  readonly url: string;
  readonly user: { readonly email: string; readonly password: string };
}

/** Starts the reference server over TLS on loopback, with a user of its own and those of `preparedUsers` under his password. Rejects when the port cannot be had. */
export async function startReferenceServer(options: StartOptions): Promise<StartedServer> {
  const user = options.user ?? { email: 'user@contoso.example', password: randomBytes(12).toString('base64url') };
  let origin = '';
  const server = createReferenceServer({
    origin: () => origin,
    now: options.now ?? (() => new Date()),
    seed: options.seed ?? randomBytes(8).toString('hex'),
    users: [user, ...preparedUsers(user.password)],
    keys: options.keys === 'pool' ? poolAuthorityKeys() : await generateAuthorityKeys(),
    departures: options.departures ?? [],
    fetch: fetchForReal,
  });
  const listener = await listen(server, { port: options.port ?? 0 });
  origin = listener.origin;
  return { ...listener, url: `${origin}/EnrollmentServer/Discovery.svc`, user };
}

/** Whatever comes of it: the departure is that it is tried. */
async function fetchForReal(url: string): Promise<void> {
  await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
}
