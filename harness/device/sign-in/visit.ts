import type { MessageOptions } from '../client/steps.ts';
import type { Services } from '../client/answers.ts';
import type { Browser } from './browsers.ts';
import { signInByForm } from './sign-in-by-form.ts';
import type { SignInParts } from './sign-in.ts';
import { settingsApp, startAddress } from './start-address.ts';
import { createWebWindow } from './web-window.ts';
import { isUsableUrl } from '../target/usable-url.ts';

/** Another way to open the sign-in page, in a window of its own. */
export interface SignInVisit extends Pick<MessageOptions, 'control' | 'variant' | 'family' | 'deviations'> {
  /** Stands before the names of its steps. */
  readonly name: string;
  /** Default: the Settings app. */
  readonly appru?: string;
  /** Changes what the address says of the user; undefined: nothing. Default: the user of the target. */
  readonly loginHint?: (own: string) => string | undefined;
  /** Default: the broker. */
  readonly browser?: Browser;
  /** Goes on to the last page, where the target says how to fill the forms, and so far as a user could. */
  readonly isFilled?: true;
  /** Opens no page of another host than that of the first page, because what it sends is meant for that host alone. */
  readonly staysHere?: true;
}

/** How far a visit came: to a token, to a page, or to none. */
export type VisitEnd = 'token' | 'page' | 'nowhere';

/**
 * Opens the sign-in page in another way than the device does. Without `isFilled` it follows redirects on the host of the first page alone,
 * because no other has to know what is tried here. It never opens the appru itself. A refusal is no problem of the run.
 */
export async function visitSignIn(
  { target, reveal, run, send }: SignInParts,
  { authPolicy, authenticationUrl = '' }: Services,
  visit: SignInVisit,
): Promise<VisitEnd> {
  const { name, appru = settingsApp, browser = 'broker' } = visit;
  if (authPolicy !== 'Federated' || !isUsableUrl(authenticationUrl, target.url)) return 'nowhere';
  const way = target.signIn?.by === 'form' && visit.isFilled === true && !run.isHopeless() ? target.signIn : undefined;
  const staysHere = way === undefined || visit.staysHere === true;
  const left = new Set<string>();
  const accepts = (url: string): boolean => {
    if (!isUsableUrl(url, target.url) || originOf(url) === originOf(appru)) return false;
    const isHere = originOf(url) === originOf(authenticationUrl);
    if (staysHere && !isHere) left.add(url);
    return !staysHere || isHere;
  };
  const window = createWebWindow({
    send: (request, step) => send(request, `${name}-${step}`),
    reveal,
    browser,
    accepts,
  });
  const loginHint = visit.loginHint ? visit.loginHint(target.email) : target.email;
  const arrival = await window.open(startAddress(authenticationUrl, { appru, loginHint }), 'sign-in-page');
  if (arrival.kind === 'stopped') return left.size > 0 ? 'page' : 'nowhere';
  if (way === undefined) return 'page';
  const result = await signInByForm(window, arrival, way.fields, reveal);
  if ('problem' in result) return 'page';
  reveal(result.token);
  return 'token';
}

function originOf(url: string): string {
  return URL.canParse(url) ? new URL(url).origin : '';
}
