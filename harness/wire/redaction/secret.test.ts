import { format, inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Secret } from './secret.ts';

const text = 'correct horse 7';
const secret = new Secret('password', text);
const holder = { user: { email: 'user@contoso.example', password: secret }, list: [secret] };

describe('a secret does not show its text', () => {
  test.for([
    ['as JSON', JSON.stringify(holder)],
    ['joined to a text', [String(secret), [secret].join(), ''.concat(secret as never)].join()],
    ['in a template', String.raw({ raw: ['', ''] }, secret)],
    ['as the console prints it', format('%s %o %O %j', secret, holder, holder, holder)],
    ['inspected to the last field', inspect(holder, { showHidden: true, depth: null, customInspect: false })],
    ['in the message of an error', new TypeError(`no such user: ${format(holder)}`).message],
    ['copied by the field', JSON.stringify(Object.assign({}, secret))],
    ['cloned', inspect(structuredClone(Object.entries(secret)), { depth: null })],
  ])('%s', ([, shown]) => {
    expect(shown).not.toContain('horse');
  });

  test('but says what it is', () => {
    expect([JSON.stringify(secret), inspect(secret), String(secret)]).toEqual([
      '"[secret: password]"',
      '[secret: password]',
      '[secret: password]',
    ]);
  });
});

test('a secret is reported before its text is given', () => {
  const refusing = (): void => {
    throw new Error('not now');
  };
  expect(() => secret.revealTo(refusing)).toThrow('not now');
  const reported: unknown[] = [];
  expect(secret.revealTo((known) => reported.push(known))).toBe(text);
  expect(reported).toEqual([{ kind: 'password', value: text }]);
});
