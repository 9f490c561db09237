import type { Services } from '../client/answers.ts';
import type { UserToken } from '../client/messages/credential.ts';
import type { Target } from '../target/target.ts';
import { isUsableUrl } from '../target/usable-url.ts';
import type { Answer, HttpRequest } from '../../wire/exchange/exchange.ts';
import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { signInByBrowser } from './browser/sign-in-by-browser.ts';
import { trustOf } from './browser/trusted-keys.ts';
import type { RunSignIn } from './run-sign-in.ts';
import { signInByForm } from './sign-in-by-form.ts';
import type { SignInResult } from './sign-in-by-form.ts';
import { settingsApp, startAddress } from './start-address.ts';
import type { BrowserWay } from './browser/browser-step.ts';
import { signInByCommand } from './token-command.ts';
import { createWebWindow } from './web-window.ts';
import type { Arrival, WebWindow } from './web-window.ts';

/** The parts of the sign-in of one device. */
export interface SignInParts {
  readonly target: Pick<Target, 'url' | 'email' | 'signIn' | 'ca'>;
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
  const answers: Answer[] = [];
  const accepts = (url: string): boolean => isUsableUrl(url, target.url);

  const openPage = ({ authenticationUrl }: Services): NonNullable<typeof opened> =>
    (opened ??= (async () => {
      const window = createWebWindow({
        reveal,
        accepts,
        send: async (request, name) => {
          const answer = await send(request, name);
          answers.push(answer);
          return answer;
        },
      });
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
      case 'browser':
        return way.script === undefined
          ? await run.once(() => inBrowser(way, services))
          : await inBrowser(way, services);
    }
  };

  /** The run opens the first page too, to see its TLS and whether a device would go there. */
  const inBrowser = async (way: BrowserWay, services: Services): Promise<SignInResult> => {
    const { authenticationUrl = '' } = services;
    const { arrival } = await openPage(services);
    const start = startAddress(authenticationUrl, { appru: settingsApp, loginHint: target.email });
    if (arrival.kind === 'stopped' && !accepts(start)) return { problem: arrival.problem };
    const args = target.ca === undefined ? [] : trustOf(answers);
    return await signInByBrowser(way, { start, reveal, accepts, args, signal: run.signal });
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
