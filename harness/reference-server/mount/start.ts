import { randomBytes } from 'node:crypto';
import type { Answering, Departure, OtherHost } from '../../engine/rule/counterexample.ts';
import { generateAuthorityKeys, poolAuthorityKeys } from '../../protocol/pki/build/authority-keys.ts';
import { userPoolKeys } from '../../protocol/pki/build/keys.ts';
import { seededBytes } from '../../protocol/pki/build/seeded-bytes.ts';
import { createUserIdentity, generateUserKeys } from '../../protocol/pki/build/user-identity.ts';
import type { UserIdentity } from '../../protocol/pki/build/user-identity.ts';
import { pathsUnder } from '../services/endpoints.ts';
import { createReferenceServer } from './handler.ts';
import type { ReferenceServer, ReferenceServerOptions } from './handler.ts';
import { listen } from './listen.ts';
import { preparedUsers } from '../services/prepared-users.ts';
import type { Listener, OnReply } from './listen.ts';

/** How a reference server is started. */
export interface StartOptions extends Pick<
  ReferenceServerOptions,
  'agentToken' | 'auth' | 'certificateDays' | 'commands' | 'entra' | 'isStrict' | 'pathPrefix' | 'preferredAuth'
> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Also listens for plain HTTP, and redirects it; 0 takes a free port. Default: no plain HTTP. */
  readonly plainPort?: number;
  readonly departures?: readonly Departure[];
  /** `pool` is fast, but for a client in this process only, because these keys are public. */
  readonly keys: 'pool' | 'generated';
  /** The clock of the server; the system's by default. */
  readonly now?: () => Date;
  readonly seed?: string;
  readonly user?: { readonly email: string; readonly password: string };
  /** Services that get a host and a port of their own, besides those whose TLS has a departure. */
  readonly apart?: readonly OtherHost[];
  /** How late it answers, in milliseconds, on top of a departure; 0 by default. */
  readonly delayMs?: (answering: Answering | undefined) => number;
  readonly onReply?: OnReply;
}

/** A running reference server, with all that a client needs to enroll there. */
export interface StartedServer extends Listener {
  /** Discovery URL. */
  readonly url: string;
  /** The page that publishes the enrollment link. */
  readonly linkPage: string;
  /** The discovery URL in plain HTTP, which redirects, if it was requested. */
  readonly plainUrl?: string;
  readonly user: { readonly email: string; readonly password: string };
  /** Tokens of a sign-in that no page gives. */
  readonly mintTokens: ReferenceServer['mintTokens'];
  /** The terms-of-use page; missing if the server joins no devices to Microsoft Entra. */
  readonly termsOfUse?: string;
  /** The certificate of the user, by which he enrolls where the server offers that. */
  readonly userIdentity: UserIdentity;
}

/**
 * Starts the reference server over TLS on loopback, with one user and those of `preparedUsers`, who share his password.
 * Rejects if it cannot listen on a port.
 */
export async function startReferenceServer(options: StartOptions): Promise<StartedServer> {
  const { departures = [], apart = [], port = 0, plainPort, certificateDays, isStrict, pathPrefix, onReply } = options;
  const { agentToken, auth, commands, entra, preferredAuth } = options;
  const paths = pathsUnder(pathPrefix);
  const user = options.user ?? { email: 'user@contoso.example', password: randomBytes(12).toString('base64url') };
  const origins = new Map<OtherHost | 'discovery' | 'plain-http', string>();
  const now = options.now ?? (() => new Date());
  const seed = options.seed ?? randomBytes(8).toString('hex');
  const keys = options.keys === 'pool' ? poolAuthorityKeys() : await generateAuthorityKeys();
  const userIdentity = createUserIdentity({
    email: user.email,
    now,
    random: seededBytes(`${seed} users`),
    keys: options.keys === 'pool' ? userPoolKeys() : await generateUserKeys(),
    authorityKeys: keys,
  });
  const made = createReferenceServer({
    origin: () => origins.get('discovery') ?? '',
    otherOrigin: (of) => origins.get(of),
    now,
    seed,
    users: [user, ...preparedUsers(user.password)],
    keys,
    userRoots: [userIdentity.root],
    departures,
    fetch: fetchForReal,
    ...(certificateDays === undefined ? {} : { certificateDays }),
    ...(isStrict === undefined ? {} : { isStrict }),
    ...(pathPrefix === undefined ? {} : { pathPrefix }),
    ...(commands === undefined ? {} : { commands }),
    ...(agentToken === undefined ? {} : { agentToken }),
    ...(auth === undefined ? {} : { auth }),
    ...(preferredAuth === undefined ? {} : { preferredAuth }),
    ...(entra === undefined ? {} : { entra }),
  });
  const server = options.delayMs === undefined ? made : delayed(made, options.delayMs);
  const listeners: Listener[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(listeners.map((listener) => listener.close()));
  };
  const start = async (of: OtherHost | 'discovery' | 'plain-http', at = 0): Promise<Listener> => {
    const listener = await listen(server, { of, port: at, ...(onReply ? { onReply } : {}) });
    listeners.push(listener);
    origins.set(of, listener.origin);
    return listener;
  };
  try {
    const main = await start('discovery', port);
    const others = [...apart, ...server.tlsDefects.keys()].filter((of) => of !== 'discovery');
    for (const of of new Set(others)) await start(of);
    const plain = plainPort === undefined ? undefined : await start('plain-http', plainPort);
    return {
      ...main,
      close,
      [Symbol.asyncDispose]: close,
      url: `${main.origin}${paths.discovery}`,
      linkPage: `${main.origin}${paths.linkPage}`,
      ...(plain ? { plainUrl: `${plain.origin}${paths.discovery}` } : {}),
      user,
      mintTokens: server.mintTokens,
      ...(auth?.includes('entra') === true ? { termsOfUse: `${main.origin}${paths.termsOfUse}` } : {}),
      userIdentity,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function delayed(server: ReferenceServer, delayMs: NonNullable<StartOptions['delayMs']>): ReferenceServer {
  return {
    ...server,
    async handle(request, clientCertificate) {
      const reply = await server.handle(request, clientCertificate);
      const more = delayMs(reply.answering);
      return more === 0 ? reply : { ...reply, delayMs: (reply.delayMs ?? 0) + more };
    },
  };
}

/** Ignores the result, because the departure is only the attempt to fetch. */
async function fetchForReal(url: string): Promise<void> {
  await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.body?.cancel(),
    () => undefined,
  );
}
