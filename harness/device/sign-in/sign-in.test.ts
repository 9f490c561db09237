import { describe, expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { behaves } from '../../engine/rule/departures.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import { referenceHar } from '../../testing/reference-run.ts';
import type { ReferenceRun } from '../../testing/reference-run.ts';
import { readRedactedHar, serialiseHar } from '../../wire/har/har.ts';
import { Secret } from '../../wire/redaction/secret.ts';

/** The steps of one enrollment with their kinds and outcomes, why nobody could sign in, and the text of the session. */
async function enroll(run: ReferenceRun = {}) {
  const har = await referenceHar({ auth: 'federated', scenarios: [windowsEnrollment], ...run });
  const session = readRedactedHar(har);
  using dossier = openDossier(session);
  return {
    steps: dossier.evidence.map(({ exchange, kind, state }) => `${exchange.label?.name ?? ''} ${kind} ${state}`),
    problem: session.meta?.signInProblem,
    text: serialiseHar(har),
  };
}

const discovered = ['probe probe success', 'discover discover success'];
const opened = [...discovered, 'sign-in-page authenticate page'];
const enrolled = ['get-policies get-policies success', 'issue issue success'];
const form = (fields: Readonly<Record<string, string | Secret>>): ReferenceRun => ({ signIn: { by: 'form', fields } });

describe('a device at a federated server', () => {
  test('fills the login form and enrolls with the token of the last page', async () => {
    const { steps, problem, text } = await enroll();
    // Then it asks for another certificate by the same token, to see how often the server takes it.
    const whole = [...opened, 'sign-in-form authenticate success', ...enrolled, 'issue-again issue success'];
    expect(steps).toEqual(whole);
    expect(problem).toBeUndefined();
    expect(text).not.toMatch(/correct(?: |\+|%20)horse/);
    expect(text).not.toMatch(/eyJ/);
    expect(text).toMatch(/wresult\\" value=\\"redacted-token-\d/);
  });

  test('follows a redirect of the page', async () => {
    const { steps } = await enroll({ departures: [behaves({ signInRedirects: 'once' })] });
    expect(steps).toContain('sign-in-redirect-1 authenticate page');
    expect(steps).toContain('issue issue success');
  });

  test.for([
    ['to-plain-http', /sign-in-redirect-1 leads to http:\S+, which a device does not open/],
    ['endlessly', /the pages redirected more than 20 times|without a change: a loop/],
  ] as const)('ends where the page redirects %s', async ([signInRedirects, problem]) => {
    const enrollment = await enroll({ departures: [behaves({ signInRedirects })] });
    expect(enrollment.problem).toMatch(problem);
    expect(enrollment.steps).not.toContain('issue issue success');
  });

  test('says that the form is built by script', async () => {
    const { problem } = await enroll({ departures: [behaves({ signInPage: 'form-by-script' })] });
    expect(problem).toMatch(/^the page "You are signed in" builds its form by script, which needs a browser/);
  });

  test('says which fields the page has, where it has none of the given ones', async () => {
    const { steps, problem } = await enroll(form({ login: 'user', passwd: new Secret('password', 'right enough') }));
    expect(steps).toEqual(opened);
    expect(problem).toBe(
      'no form of the page "Sign in to enroll your device" holds "login", "passwd" of "signIn.form"; its fields are "username", "password"',
    );
  });

  test('tries a wrong password once', async () => {
    const password = new Secret('password', 'not the right one');
    const { steps, problem, text } = await enroll(form({ username: 'user@contoso.example', password }));
    expect(steps).toEqual([...opened, 'sign-in-form authenticate page']);
    expect(problem).toMatch(/asks again for "username", "password": the server did not accept them$/);
    expect(text).not.toMatch(/not(?: |\+|%20)the(?: |\+|%20)right/);
  });

  test('opens the page all the same where a token is given, and sends that', async () => {
    const { steps, text } = await enroll({ signIn: { by: 'token', token: 'a token of nobody' } });
    expect(steps).toEqual([...opened, 'get-policies get-policies fault']);
    expect(text).not.toContain('a token of nobody');
  });

  test('takes the first line that a command prints for the token', async () => {
    const command = [process.execPath, '-e', 'console.log("a token of nobody\\nand more")'] as const;
    const { steps, text } = await enroll({ signIn: { by: 'command', command, folder: import.meta.dirname } });
    expect(steps).toEqual([...opened, 'get-policies get-policies fault']);
    expect(text).not.toContain(Buffer.from('a token of nobody').toString('base64'));
  });

  test.for([
    ['process.exit(3)', /ended with exit code 3$/],
    ['console.log("")', /printed no token on its first line$/],
  ] as const)('says why a command gave no token: %s', async ([code, reason]) => {
    const command = [process.execPath, '-e', code] as const;
    const { problem } = await enroll({ signIn: { by: 'command', command, folder: import.meta.dirname } });
    expect(problem).toMatch(reason);
  });
});
