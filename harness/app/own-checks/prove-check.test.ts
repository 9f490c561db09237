import { expect, test } from 'vitest';
import { proveCheck } from './prove-check.ts';
import { acme, acmeCheck } from './testing/acme.ts';

const soap = acmeCheck('names-itself', {
  *judge({ headers, at }) {
    for (const { value } of headers('Content-Type'))
      if (value.startsWith('text/html'))
        yield { message: `Content-Type is "${value}"`, at: at('headers', 'Content-Type') };
  },
});

const message = /^Content-Type is "text\/html/;

test('a check that is as its proof says passes', async () => {
  const recorded = { exchanges: [] };
  await proveCheck(acme({ checks: [soap] }), soap.id, {
    fails: [message],
    also: { 'a recording of nothing': { recorded, outcome: 'inconclusive' } },
  });
});

test('all that differs is said at once, by the name of the server', async () => {
  const proof = proveCheck(acme({ checks: [soap] }), soap.id, {
    clean: 'failed',
    fails: ['something else'],
    also: { 'no server': { fetch: () => Promise.reject(new Error('down')), outcome: 'failed' } },
  });
  await expect(proof).rejects.toMatchObject({ name: 'UnprovenCheck' });
  const text = await proof.catch(String);
  expect(text).toContain('acme/names-itself is not proven\n  on the reference server: expected failed, got passed\n');
  expect(text).toMatch(/on a page: expected "something else", got "Content-Type is \\"text\/html/);
  expect(text).toMatch(/on no server: expected failed, got inconclusive: /);
  expect(text).toContain('no case says "passed"');
});

test('a proof of another check, or of too few counterexamples, proves nothing', async () => {
  const module = acme({ checks: [soap] });
  await expect(proveCheck(module, 'acme/other', { fails: [] })).rejects.toThrow('it has acme/names-itself');
  await expect(proveCheck(module, soap.id, { fails: [] })).rejects.toThrow(
    '"fails" has 0 messages, and the check has 1',
  );
  await expect(proveCheck(acme({ prefix: 'policy' }), soap.id, { fails: [] })).rejects.toThrow('is one of ours');
});
