import { expect, test } from 'vitest';
import { answerTo, subcodeOf, texts } from '../../testing/answers.ts';
import { discoverRequest, policiesRequest, tokenRequest, user } from '../../testing/requests.ts';
import {
  federatedServer,
  formsIn,
  logIn,
  settingsApp,
  signInUrl,
  tokenOf,
  tokenSecurity,
} from '../../testing/sign-in.ts';

test('a device finds the page, signs in, and enrolls with the token', async () => {
  const server = federatedServer();
  const discovered = await answerTo(discoverRequest({ policies: ['OnPremise', 'Federated'] }), server);
  expect(texts(discovered.body, '//d:AuthPolicy | //d:AuthenticationServiceUrl')).toEqual(['Federated', signInUrl]);
  const end = await logIn(server);
  expect([end.status, end.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  const [form] = formsIn(await end.text());
  expect(form).toMatchObject({ method: 'post', action: settingsApp });
  expect([...(form?.inputs.keys() ?? [])]).toEqual(['wresult']);
  const security = tokenSecurity(form?.inputs.get('wresult') ?? '');
  expect((await answerTo(policiesRequest({ security }), server)).status).toBe(200);
  expect((await answerTo(tokenRequest({ security }), server)).status).toBe(200);
});

test('a server with federated authentication only takes no password', async () => {
  const answer = await answerTo(policiesRequest(), federatedServer());
  expect(subcodeOf(answer)).toBe('Authentication');
});

test('a server with both takes the password and the token', async () => {
  const server = federatedServer({ auth: ['on-premise', 'federated'] });
  const security = tokenSecurity(await tokenOf(server));
  expect((await answerTo(policiesRequest(), server)).status).toBe(200);
  expect((await answerTo(policiesRequest({ security }), server)).status).toBe(200);
});

test('a wrong password shows the form again', async () => {
  const answer = await logIn(federatedServer(), { password: 'wrong' });
  const html = await answer.text();
  expect(answer.status).toBe(200);
  expect(html).toContain('The user name or the password is not right.');
  expect(formsIn(html)[0]?.inputs.get('username')).toBe(user.email);
});
