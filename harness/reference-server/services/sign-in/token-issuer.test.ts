import { describe, expect, test } from 'vitest';
import type { SignInBehaviour } from '../../../engine/rule/sign-in-behaviour.ts';
import type { ReferenceServer } from '../../mount/handler.ts';
import { answerTo, subcodeOf, texts } from '../../testing/answers.ts';
import {
  instant,
  origin,
  policiesRequest,
  tokenBody,
  tokenRequest,
  user,
  usernameToken,
} from '../../testing/requests.ts';
import { federatedServer, startUrl, tokenOf, tokenSecurity } from '../../testing/sign-in.ts';

const answer = async (security: string, server: ReferenceServer) => {
  const response = await answerTo(policiesRequest({ security }), server);
  return response.status === 200 ? 'granted' : subcodeOf(response);
};

const parts = (token: string): [string, string, string] => token.split('.') as [string, string, string];
const base64url = (text: string): string => Buffer.from(text).toString('base64url');
const changed = (token: string): string => {
  const [head, payload, signature] = parts(token);
  const claims = Buffer.from(payload, 'base64url').toString().replace('"iat"', '"IAT"');
  return `${head}.${base64url(claims)}.${signature}`;
};
const unsigned = (token: string): string => `${base64url('{"alg":"none"}')}.${parts(token)[1]}.`;
const token = await tokenOf(federatedServer());
const old = await tokenOf(federatedServer({ now: () => new Date(instant.getTime() - 600_000) }));
const young = await tokenOf(federatedServer({ now: () => new Date(instant.getTime() - 599_000) }));
const foreignKey = await tokenOf(federatedServer({ seed: 'other' }));
/** Signs with the same key, for another address. */
const elsewhere = federatedServer({ origin: 'https://other.example' });
const foreignAudience = await tokenOf(elsewhere, { url: startUrl().replace(origin, 'https://other.example') });

const rows: readonly [string, string, string, SignInBehaviour?][] = [
  ['a changed token', tokenSecurity(changed(token)), 'Authentication', { tokenSkips: 'signature' }],
  ['a truncated token', tokenSecurity(token.slice(0, -4)), 'Authentication', { tokenSkips: 'signature' }],
  ['a token without a signature', tokenSecurity(unsigned(token)), 'Authentication', { tokenSkips: 'algorithm' }],
  ['the token of another key', tokenSecurity(foreignKey), 'Authentication', { tokenSkips: 'signature' }],
  ['random text', tokenSecurity('¡no token!'), 'Authentication', { tokenSkips: 'form' }],
  ['an expired token', tokenSecurity(old), 'Authentication', { tokenSkips: 'expiry' }],
  ['a token of another server', tokenSecurity(foreignAudience), 'Authentication', { tokenSkips: 'audience' }],
  ['no Security header', '', 'InvalidSecurity', { tokenSkips: 'presence' }],
  ['another ValueType', tokenSecurity(token, { valueType: 'urn:x' }), 'InvalidSecurity', { tokenSkips: 'value-type' }],
  [
    'another EncodingType',
    tokenSecurity(token, { encodingType: 'urn:x' }),
    'InvalidSecurity',
    { tokenSkips: 'encoding-type' },
  ],
  ['text that is no base64', tokenSecurity(token, { text: '***' }), 'InvalidSecurity'],
  ['an empty token', tokenSecurity(''), 'InvalidSecurity'],
  ['base64 with another alphabet', tokenSecurity(token, { text: 'a-_b' }), 'InvalidSecurity'],
  ['a password', usernameToken(), 'Authentication'],
];

describe('a token is refused for its reason', () => {
  test.for(rows)('%s', async ([, security, subcode, skipping]) => {
    expect(await answer(security, federatedServer())).toBe(subcode);
    if (skipping) expect(await answer(security, federatedServer({}, { behaviour: skipping }))).toBe('granted');
  });

  test('beside a password', async () => {
    const two = tokenSecurity(token).replace('</o:Security>', '') + usernameToken().replace(/^<o:Security[^>]*>/, '');
    expect(await answer(two, federatedServer({ auth: ['on-premise', 'federated'] }))).toBe('InvalidSecurity');
  });

  test('of a user whom the server does not have', async () => {
    const users = [{ ...user, email: 'gone@example.com' }] as const;
    const gone = await tokenOf(federatedServer({ users }), { username: 'gone@example.com' });
    expect(await answer(tokenSecurity(gone), federatedServer())).toBe('Authentication');
  });
});

test('a token is taken to the end of its life, whoever wraps its base64, and with either name of base64', async () => {
  const wrapped = Buffer.from(young).toString('base64').replace(/.{40}/g, '$&\r\n');
  expect(await answer(tokenSecurity(young, { text: wrapped }), federatedServer())).toBe('granted');
  const oasis = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#Base64Binary';
  expect(await answer(tokenSecurity(young, { encodingType: oasis }), federatedServer())).toBe('granted');
});

const issued = async (server: ReferenceServer, security: string, deviceId: string) => {
  const body = tokenBody().replace('DEVICE1', deviceId);
  return subcodeOf(await answerTo(tokenRequest({ body, security }), server)) ?? 'granted';
};

test('one token serves two devices, unless the server binds it', async () => {
  const security = tokenSecurity(token);
  const [free, bound] = [federatedServer(), federatedServer({}, { behaviour: { tokenUses: 'one-device' } })];
  const tries = async (server: ReferenceServer) => [
    await answer(security, server),
    await issued(server, security, 'A'),
    await issued(server, security, 'A'),
    await issued(server, security, 'B'),
  ];
  expect(await tries(free)).toEqual(['granted', 'granted', 'granted', 'granted']);
  expect(await tries(bound)).toEqual(['granted', 'granted', 'granted', 'Authentication']);
});

test('a server that takes a token once gives policies and no certificate', async () => {
  const server = federatedServer({}, { behaviour: { tokenUses: 'once' } });
  expect(await answer(tokenSecurity(token), server)).toBe('granted');
  expect(await issued(server, tokenSecurity(token), 'A')).toBe('Authentication');
});

test('the reason says what is wrong with the token', async () => {
  const { body } = await answerTo(policiesRequest({ security: tokenSecurity(old) }), federatedServer());
  expect(texts(body, '//s:Reason/s:Text')).toEqual(['The security token has expired.']);
});
