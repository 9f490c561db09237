import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { settingsApp } from '../../../harness/device/sign-in/start-address.ts';
import type { SignInVisit } from '../../../harness/device/sign-in/visit.ts';
import { probeMarkup } from '../shared/probe-markup.ts';

const hints = { family: 'login-hints' } as const;
const otherBrowsers = { family: 'browsers' } as const;
const markup = { deviations: ['sign-in-markup'], staysHere: true } as const;

/** What no server knows as the name of the user. */
const somebody = (own: string): string => own.replace(/^[^@]*/, 'somebody.else');

const visits: readonly SignInVisit[] = [
  { ...hints, name: 'no-hint', variant: 'no login_hint', loginHint: () => undefined },
  { ...hints, name: 'empty-hint', variant: 'an empty login_hint', loginHint: () => '' },
  { ...hints, name: 'other-hint', variant: 'the login_hint of another user', loginHint: somebody, isFilled: true },
  { ...otherBrowsers, name: 'edgehtml', variant: 'a browser with EdgeHTML', browser: 'edgeHtml' },
  { ...otherBrowsers, name: 'webview2', variant: 'a browser with WebView2', browser: 'webView2' },
  { ...markup, name: 'markup-hint', variant: 'markup in login_hint', loginHint: (own) => `${own}${probeMarkup}` },
  {
    ...markup,
    name: 'markup-appru',
    variant: 'markup in appru',
    appru: `${settingsApp}/${probeMarkup}`,
    isFilled: true,
  },
];

/** What the sign-in page makes of other addresses and browsers; a user signs in where the target says how, to see the last page. */
export const signInPages: Scenario = {
  id: 'sign-in-pages',
  title: 'The sign-in page is opened with other hints, by other browsers, and with markup in its address',
  effect: 'read',
  devices: 1,
  way: 'federated',

  async drive(context) {
    const device = context.device('sign-in-pages');
    const services = await device.discover(context.discovery());
    if (!services) return;
    const before = await device.visitSignIn(services, { name: 'control-before', control: true, isFilled: true });
    if (before === 'nowhere') return;
    for (const { isFilled, ...visit } of visits) {
      await device.visitSignIn(services, { ...visit, ...(isFilled && before === 'token' ? { isFilled } : {}) });
    }
    await device.visitSignIn(services, { name: 'control-after', control: true });
  },
};
