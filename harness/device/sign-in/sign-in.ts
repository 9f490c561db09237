import type { Services } from '../client/answers.ts';
import type { UserToken } from '../client/messages/credential.ts';
import type { Target } from '../target/target.ts';
import { isUsableUrl } from '../target/usable-url.ts';
import type { Answer, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import type { RunSignIn } from './run-sign-in.ts';
import { signInByForm } from './sign-in-by-form.ts';
import type { SignInResult } from './sign-in-by-form.ts';
import { settingsApp, startAddress } from './start-address.ts';
import { signInByCommand } from './token-command.ts';
import { createWebWindow } from './web-window.ts';
import type { Arrival, WebWindow } from './web-window.ts';

/** The parts of the sign-in of one device. */
export interface SignInParts {
  readonly target: Pick<Target, 'url' | 'email' | 'signIn'>;
  readonly reveal: Reveal;
  readonly run: RunSignIn;
  /** Sends and records a request; `name` is the step. */
  readonly send: (request: HttpRequest, name: string) => Promise<Answer>;
  /** Ends the command of a target file. */
  readonly signal?: AbortSignal | undefined;
}

/** The sign-in of one device at a Federated server. Each part happens once, however often it is asked for. */
export interface SignIn {
  /** Opens the first page, and goes on to the last one where the target says how to fill the forms. */
  readonly open: (services: Services) => Promise<void>;
  /** The token; undefined if nobody can sign in. It opens pages only where they give the token. */
  readonly credential: (services: Services) => Promise<UserToken | undefined>;
}

/** A device that has not signed in yet. */
export function createSignIn({ target, reveal, run, send, signal }: SignInParts): SignIn {
  const way = target.signIn;
  let opened: Promise<{ readonly window: WebWindow; readonly arrival: Arrival }> | undefined;
  let result: Promise<SignInResult> | undefined;

  const openPage = ({ authenticationUrl }: Services): NonNullable<typeof opened> =>
    (opened ??= (async () => {
      const window = createWebWindow({ send, reveal, accepts: (url) => isUsableUrl(url, target.url) });
      if (authenticationUrl === undefined) {
        return { window, arrival: { kind: 'stopped', problem: 'Discover named no AuthenticationServiceUrl' } };
      }
      const start = startAddress(authenticationUrl, { appru: settingsApp, loginHint: target.email });
      return { window, arrival: await window.open(start, 'sign-in-page') };
    })());

  const signIn = async (services: Services): Promise<SignInResult> => {
    if (run.isHopeless()) return { problem: run.problem() ?? 'no device could sign in' };
    switch (way?.by) {
      case undefined:
        return { problem: 'the target has no "signIn"' };
      case 'token':
        return { token: way.token };
      case 'command':
        return await signInByCommand(way, signal);
      case 'form': {
        const { window, arrival } = await openPage(services);
        return await signInByForm(window, arrival, way.fields, reveal);
      }
    }
  };

  const credential = async (services: Services): Promise<UserToken | undefined> => {
    const signedIn = await (result ??= signIn(services));
    if ('problem' in signedIn) {
      run.noteProblem(signedIn.problem);
      return undefined;
    }
    reveal(signedIn.token);
    run.noteSuccess();
    return { kind: 'user-token', token: signedIn.token };
  };

  return {
    open: async (services) => {
      await openPage(services);
      await credential(services);
    },
    credential,
  };
}
