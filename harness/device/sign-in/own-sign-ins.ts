import type { Services } from '../client/answers.ts';
import type { UserToken } from '../client/messages/credential.ts';
import { createSignIn } from './sign-in.ts';
import type { SignIn, SignInParts } from './sign-in.ts';

/** The sign-ins of one device: one for all its messages, or several where the server takes a token for one certificate only. */
export interface OwnSignIns {
  readonly open: SignIn['open'];
  /** The token for the next message; undefined if nobody can sign in. */
  readonly credential: SignIn['credential'];
  /** The token of a sign-in that serves one message. */
  readonly another: (services: Services) => Promise<UserToken | undefined>;
  /** The token went out with a request for a certificate. */
  readonly noteIssue: () => void;
}

/** A device that has not signed in yet. */
export function createOwnSignIns(parts: SignInParts): OwnSignIns {
  let count = 1;
  let current = createSignIn(parts);
  let isUsed = false;
  const next = (): SignIn => {
    count += 1;
    const prefix = `sign-in-${count}-`;
    return createSignIn({ ...parts, send: (request, name) => parts.send(request, `${prefix}${name}`) });
  };
  return {
    open: (services) => current.open(services),
    credential: async (services) => {
      if (isUsed && parts.run.spendsTokens()) {
        current = next();
        isUsed = false;
      }
      return await current.credential(services);
    },
    another: (services) => next().credential(services),
    noteIssue: () => {
      isUsed = true;
    },
  };
}
