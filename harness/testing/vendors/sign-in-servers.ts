import { afterLogin, behaves, header, replace } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { signingIn } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

const run = (...departures: readonly Departure[]): VendorServer['run'] => ({
  auth: 'federated',
  scenarios: signingIn,
  departures,
});
const afterSignIn = ['policy/schema', 'enrollment/token-type', 'provisioning/document'];

/** Federated servers, each with one of the defects that are known of sign-in pages (protocol/sign-in.md, F4 to F14). */
export const signInServers: readonly VendorServer[] = [
  {
    name: 'offers Federated only, and a page that works',
    run: run(),
    verdict: 'conformant',
    fails: [],
    advice: [],
    open: [],
  },
  {
    name: 'writes wresult into the page without escapes',
    run: run(behaves({ signInPage: 'raw-token' })),
    verdict: 'incomplete',
    fails: ['policy/answer'],
    advice: ['authentication/token-input'],
    open: afterSignIn,
  },
  {
    name: 'ends the sign-in with a form without POST',
    run: run(afterLogin(replace('authenticate', ' method="post"', ''))),
    verdict: 'conformant',
    fails: [],
    advice: ['authentication/token-form'],
    open: [],
  },
  {
    name: 'wants a cookie that no page of it has set yet',
    run: run(behaves({ signInPage: 'demands-cookie' })),
    verdict: 'nonconformant',
    fails: ['authentication/answer'],
    advice: [],
    open: afterSignIn,
    first: [/exchange \d+/i, /HTTP 403/],
  },
  {
    name: 'gives the token to whoever appru names',
    run: run(behaves({ signInPage: 'any-appru' })),
    verdict: 'nonconformant',
    fails: ['authentication/foreign-appru'],
    advice: [],
    open: [],
    first: [/receiver\.invalid/],
  },
  {
    name: 'shows an empty page without login_hint',
    run: run(behaves({ signInPage: 'demands-login-hint' })),
    verdict: 'conformant',
    fails: [],
    advice: ['authentication/login-hint'],
    open: [],
  },
  {
    name: 'blocks its own last page by its policy',
    run: run(
      afterLogin(header('authenticate', 'Content-Security-Policy', "default-src 'self'")),
      afterLogin(replace('authenticate', '<button type="submit">Continue</button>', '')),
    ),
    verdict: 'conformant',
    fails: [],
    advice: ['authentication/content-security-policy'],
    open: [],
  },
];
