import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { answerWith, bodyOf, drive, origin } from '../../testing/stub-server.ts';
import type { Transport } from '../../wire/exchange/exchange.ts';
import { serialiseHar, writeHar } from '../../wire/har/har.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import type { GatherOptions } from './gather-options.ts';
import type { Scenario } from './scenario.ts';
import { targetOf } from '../target/target-description.ts';
import { resolveTarget } from '../target/target.ts';

const url = `${origin}/EnrollmentServer/Discovery.svc`;
const email = 'user@contoso.example';
const keyOf = (name: string): string => `key of ${name}, 0123456789`;

/** A server that sends back what it got, and these texts besides. */
const echoing =
  (...texts: readonly string[]): Transport =>
  (request) =>
    Promise.resolve(answerWith([bodyOf(request), ...request.headers.flat(), ...texts].join('\n')));

/** Sends a secret that nothing else knows of, in a header field that no rule of redaction names. */
const sending = (secret: Secret): Scenario => ({
  id: 'sending',
  title: 'A secret is sent',
  effect: 'read',
  devices: 1,
  async drive(context) {
    const edits = [{ header: 'X-Proof', to: `it is ${context.reveal(secret)}` }];
    await context.device('sending').discover({ url }, { edits });
  },
});

async function sessionOf(options: Partial<GatherOptions>): Promise<string> {
  return serialiseHar(writeHar(await drive({}, options)));
}

describe('a session does not show', () => {
  test('a secret that is new on a target, though nobody sends it', async () => {
    const newKey = { adminKey: new Secret('token', keyOf('admin')) };
    const target = { url, email, password: 'correct horse', states: {}, ...newKey };
    const session = await sessionOf({ target, transport: echoing(keyOf('admin')) });
    expect(session).toContain('redacted-token-1');
    expect(session).not.toContain(keyOf('admin'));
  });

  test('a key in the call of a state, in its query or in its body', async () => {
    const request = { method: 'PUT', url: `${origin}/cap?code=${encodeURIComponent(keyOf('query'))}&on=enabled` };
    const undo = { method: 'PUT', url: `${origin}/cap`, body: JSON.stringify({ a: { apiKey: keyOf('body') } }) };
    const states = { maintenance: { by: 'http', request, undo } } as const;
    const session = await sessionOf({
      target: { url, email, states: { ...states } },
      transport: echoing(keyOf('query'), keyOf('body'), 'enabled'),
    });
    expect(session).not.toMatch(/key of (?:query|body)/);
    expect(session).toContain('enabled');
  });

  test('a secret that a scenario brings, once it is revealed', async () => {
    const scenarios = [sending(new Secret('token', keyOf('scenario')))];
    const session = await sessionOf({ target: { url, email }, scenarios, transport: echoing() });
    expect(session).toContain('it is redacted-token-1');
    expect(session).not.toContain(keyOf('scenario'));
  });
});

test.each([
  ['pw1', 'has fewer than 4 characters'],
  ['Password', 'is a word of the protocol'],
  ['x9!Kq', 'has fewer than 6 characters'],
])('the password %s is called weak, once and in the session', async (password, why) => {
  const notices: string[] = [];
  const session = await sessionOf({
    target: { url, email, password },
    transport: echoing(),
    onNotice: (notice) => notices.push(notice),
  });
  expect(notices).toEqual([expect.stringContaining(why)]);
  expect(session).toContain(why);
});

test('runs side by side do not take over the secrets or the numbers of each other', async () => {
  const names = ['one', 'another'];
  const transport = echoing(...names.map(keyOf));
  const sessions = await Promise.all(
    names.map((name) => {
      const scenarios = [sending(new Secret('token', keyOf(name)))];
      return sessionOf({ target: { url, email }, scenarios, transport });
    }),
  );
  const shown = sessions.map((session) => names.filter((name) => session.includes(keyOf(name))));
  expect(shown).toEqual([['another'], ['one']]);
  expect(sessions.map((session) => [...new Set(session.match(/redacted-token-\d+/g))])).toEqual([
    ['redacted-token-1'],
    ['redacted-token-1'],
  ]);
});

test('a target shows no secret, whether it was resolved or described', () => {
  const password = 'correct horse 7';
  const described = targetOf({ url, email, password, states: { license: { by: 'user', email, password } } });
  const resolved = resolveTarget('contoso.com', { email }, { MDE_PASSWORD: password });
  for (const target of [described, resolved]) {
    const shown = [JSON.stringify(target), inspect(target, { depth: null, showHidden: true }), String(target.password)];
    expect(shown.join()).not.toContain('horse');
    expect(shown[0]).toContain('"password":"[secret: password]"');
  }
});
