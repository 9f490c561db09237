import { describe, expect, test } from 'vitest';
import { readStatement, UnusableStatement } from './statement.ts';

const valid = `product: Contoso MDM
version: "4.10"
vendor: Contoso
contact: https://contoso.example/support
ways: [on-premise, federated]
`;

test('a statement in YAML is read as it stands', () => {
  expect(readStatement(`${valid}deviations:\n  - { check: provisioning/thumbprint, reason: fixed in 4.11 }\n`)).toEqual(
    {
      product: 'Contoso MDM',
      version: '4.10',
      vendor: 'Contoso',
      contact: 'https://contoso.example/support',
      ways: ['on-premise', 'federated'],
      deviations: [{ check: 'provisioning/thumbprint', reason: 'fixed in 4.11' }],
    },
  );
});

describe('a statement that cannot be used', () => {
  test.each([
    ['', 'expected fields such as "product"'],
    ['- a', 'expected fields such as "product"'],
    ['a: [', 'line 1: '],
    ['a: *b', 'a statement needs no aliases'],
    [valid.replace('product: Contoso MDM\n', ''), '"product" is missing'],
    [valid.replace('"4.10"', '4.10'), '"version" must be a text: put it in quotes'],
    [
      valid.replace('https://contoso.example/support', 'ask us'),
      '"contact" must be an e-mail address or a URL with https:',
    ],
    [valid.replace('federated', 'kerberos'), '"ways.1" must be one of on-premise, federated, certificate, entra'],
    [`${valid}price: 3\n`, 'unknown field "price"'],
    [`${valid}deviations: [{ check: x }]\n`, '"reason" is missing in "deviations.0"'],
    [`${valid}#${'x'.repeat(70_000)}`, 'characters are too many; the limit is 65536'],
  ])('%j', (text, message) => {
    const reading = () => readStatement(text);
    expect(reading).toThrow(UnusableStatement);
    expect(reading).toThrow(message);
  });
});
