import { expect, test } from 'vitest';
import { Secret } from './secret.ts';
import { createSecretRegister } from './secret-register.ts';

const password = new Secret('password', 'one');
const token = new Secret('token', 'two');
const cookie = new Secret('cookie', 'three');

test('a register begins with the secrets of its owner, wherever they hang, each once', () => {
  const circle: Record<string, unknown> = { password };
  circle['self'] = circle;
  const owner = { circle, deep: [{ user: { token } }, null, 'text'], again: new Secret('password', 'one') };
  expect(createSecretRegister(owner).known()).toEqual([
    { kind: 'password', value: 'one' },
    { kind: 'token', value: 'two' },
  ]);
});

test('it learns of a secret when that is revealed, and its order is the same whichever came first', () => {
  const [some, others] = [createSecretRegister({ cookie }), createSecretRegister({ cookie })];
  expect([some.reveal(token), some.reveal(password), some.reveal(token)]).toEqual(['two', 'one', 'two']);
  expect([others.reveal(password), others.reveal(token), others.reveal(cookie)]).toEqual(['one', 'two', 'three']);
  expect(some.known().map(({ kind }) => kind)).toEqual(['cookie', 'password', 'token']);
  expect(others.known()).toEqual(some.known());
});

test('registers know nothing of each other', () => {
  const [one, other] = [createSecretRegister({}), createSecretRegister({})];
  one.reveal(password);
  expect(other.known()).toEqual([]);
});
