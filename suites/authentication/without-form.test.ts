import { expect, test } from 'vitest';
import { noteOf } from '../../harness/app/assess.ts';
import { openDossier } from '../../harness/engine/evidence/dossier.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { judge } from '../../harness/engine/verdict/judge.ts';
import { ownDefects } from '../../harness/engine/verdict/own-defects.ts';
import { referenceSession } from '../../harness/testing/reference-run.ts';
import type { ReferenceRun } from '../../harness/testing/reference-run.ts';
import { escapedParameters } from './escaped-parameters.ts';
import { foreignAppru } from './foreign-appru.ts';
import { loginHint } from './login-hint.ts';
import { foreignCallers } from './scenarios/foreign-callers.ts';
import { signInPages } from './scenarios/sign-in-pages.ts';

/** The outcomes where nobody fills a form, with the reason of the first that has one; and what was asked. */
async function outcomes(departures: ReferenceRun['departures'] = [], signIn?: ReferenceRun['signIn']) {
  const session = await referenceSession({
    auth: 'federated',
    scenarios: [signInPages, foreignCallers],
    departures,
    signIn: signIn ?? { by: 'token', token: 'a token of nobody' },
  });
  using dossier = openDossier(session);
  expect(ownDefects(dossier)).toEqual([]);
  const judgements = [loginHint, escapedParameters, foreignAppru].map((check) => judge(check, dossier, noteOf));
  return {
    outcomes: judgements.map(({ outcome }) => outcome),
    reason: judgements.find(({ reason }) => reason !== undefined)?.reason,
    asked: session.exchanges.map(({ request: { method, url } }) => `${method} ${new URL(url).host}`),
  };
}

test('the first page shows the rest', async () => {
  const { outcomes: found, asked } = await outcomes();
  expect(found).toEqual(['passed', 'passed', 'passed']);
  expect(asked.filter((one) => one.startsWith('POST'))).toHaveLength(2);
  expect(asked).toHaveLength(16);
});

test('what only the last page shows stays open, and the reason names what is missing', async () => {
  const { outcomes: found, reason } = await outcomes([behaves({ signInPage: 'any-appru' })]);
  expect(found).toEqual(['passed', 'passed', 'inconclusive']);
  expect(reason).toMatch(/^the page asks a user to sign in for an appru .* "signIn\.form" in the target file/);
});

test('a page that a script builds does not show where its token goes', async () => {
  const hint = "new URLSearchParams(location.search).get('appru') || 'https://receiver.invalid/token'";
  const { outcomes: found, reason } = await outcomes([
    behaves({ signInPage: 'any-appru' }),
    { on: 'authenticate', answer: { as: 'text', text: `<script>send(${hint})</script>`, contentType: 'text/html' } },
  ]);
  expect(found).toEqual(['passed', 'passed', 'inconclusive']);
  expect(reason).toMatch(/names the appru, and only a browser shows/);
});

test('nothing is ever sent to the host of an appru', async () => {
  const form = {
    by: 'form',
    fields: { username: 'user@contoso.example', password: 'correct horse 7&<staple>' },
  } as const;
  const { outcomes: found, asked } = await outcomes([behaves({ signInPage: 'any-appru' })], form);
  expect(found).toEqual(['passed', 'passed', 'failed']);
  expect(asked.filter((one) => one.includes('invalid'))).toEqual([]);
});
