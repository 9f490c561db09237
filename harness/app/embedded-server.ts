import { randomBytes } from 'node:crypto';
import type { SignInWay } from '../device/sign-in/sign-in-way.ts';
import type { TargetDescription } from '../device/target/target-description.ts';
import { preparedStates } from '../reference-server/services/prepared-users.ts';
import { startReferenceServer } from '../reference-server/mount/start.ts';
import type { StartedServer } from '../reference-server/mount/start.ts';
import { Secret } from '../wire/redaction/secret.ts';
import { entraOf, entraTrust } from './embedded-entra.ts';

/** The reference server of a run without a target, and how the run sees it. */
export interface EmbeddedServer extends AsyncDisposable {
  readonly target: TargetDescription;
}

/** Starts the reference server over TLS on loopback, with all ways in, an agent, a page of links and all states. Its keys are public, so that it is for this process only. */
export async function startEmbeddedServer(): Promise<EmbeddedServer> {
  const programmatic = { token: randomBytes(24).toString('base64url'), emailAddress: 'agent' };
  const server = await startReferenceServer({
    keys: 'pool',
    plainPort: 0,
    auth: ['on-premise', 'federated', 'certificate', 'entra'],
    preferredAuth: 'on-premise',
    entra: entraTrust,
    agentToken: programmatic.token,
  });
  const { url, linkPage, plainUrl, user, caPem, userIdentity } = server;
  const key = userIdentity.key.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return {
    target: {
      url,
      ...user,
      ca: caPem,
      links: [linkPage],
      programmatic,
      states: preparedStates(user.password),
      signIn: formOf(user),
      tokens: server.mintTokens(),
      certificate: { pem: userIdentity.certificate.pem, key },
      ...entraOf('entra', server.origin),
      ...(plainUrl === undefined ? {} : { plainHttp: plainUrl }),
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}

/** How the user signs in at the page of the server. */
function formOf({ email, password }: StartedServer['user']): SignInWay {
  return { by: 'form', fields: { username: email, password: new Secret('password', password) } };
}
