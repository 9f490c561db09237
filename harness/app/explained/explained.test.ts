import { describe, expect, test } from 'vitest';
import { departuresOf } from '../../engine/rule/counterexample.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { Needs } from '../../engine/rule/check.ts';
import { checks } from '../../../suites/index.ts';
import { loadCatalogue } from '../../../suites/requirements/catalogue.ts';
import { departureText } from './departure-text.ts';
import { explainCheck } from './explain-check.ts';
import { explainRequirement } from './explain-requirement.ts';
import { needsText } from './needs-text.ts';

const quote = (code: string): string => `‹${code}›`;

test.each<[Needs, string]>([
  [{ each: 'issue' }, 'Each successful answer to RequestSecurityToken (Issue), by itself.'],
  [
    { each: ['discover', 'get-policies', 'issue'], filter: 'fault' },
    'Each SOAP fault in answer to Discover, GetPolicies or RequestSecurityToken (Issue), by itself.',
  ],
  [
    { each: 'discover', where: { family: 'os-editions' } },
    'Each answer to Discover, by itself. Only where the request is one of the valid variants "os-editions". It counts only if the valid requests beside it succeed.',
  ],
  [
    { across: 'discover', atLeast: 2, where: { family: 'x', isSimultaneous: true } },
    'All answers to Discover, together; at least 2. Only where the request is one of the valid variants "x", sent at the same time. It counts only if the valid requests beside it succeed.',
  ],
  [
    { each: 'issue', where: { deviation: ['a', 'b'] } },
    'Each answer to RequestSecurityToken (Issue), by itself. Only where the request departs from a valid one in this way: a or b. It counts only if the valid requests beside it succeed.',
  ],
  [
    { flow: ['discover', 'get-policies'] },
    'The successful answers to Discover and GetPolicies of each enrollment, together.',
  ],
])('the needs %j are told', (needs, told) => {
  expect(needsText(needs)).toBe(told);
});

test.each<[Departure, string]>([
  [{ tls: 'expired' }, 'the host has the TLS defect ‹expired›'],
  [{ tls: 'no-tls', of: 'management' }, 'the management host has the TLS defect ‹no-tls›'],
  [{ behaviour: { acceptsAnyPassword: true } }, 'the server behaves by ‹{"acceptsAnyPassword":true}›'],
  [{ on: 'discover', xml: { op: 'set', at: '//a', to: 'b' } }, 'in the answer to Discover, ‹//a› becomes ‹b›'],
  [{ on: 'discover', xml: { op: 'set', at: '//a', to: '' } }, 'in the answer to Discover, ‹//a› becomes empty'],
  [
    { on: 'discover', xml: { op: 'swap', at: '//a' } },
    'in the answer to Discover, ‹//a› stands behind its next sibling',
  ],
  [
    { on: 'issue', provisioning: { op: 'attribute', at: '//a', name: 'b', to: 'c' } },
    'in the answer to RequestSecurityToken (Issue), in its provisioning document, ‹//a› has the attribute ‹b="c"›',
  ],
  [{ on: 'issue', replace: 'a', by: '' }, 'in the answer to RequestSecurityToken (Issue), ‹a› becomes nothing'],
  [{ on: 'discover', header: 'Location' }, 'in the answer to Discover, the header field ‹Location› is missing'],
  [{ on: 'discover', header: 'A', to: 'b', add: true }, 'in the answer to Discover, the header field ‹A: b› is added'],
  [{ on: 'discover', status: 202, nth: 2 }, 'in the answer to Discover, in number 2, the status is 202'],
  [{ on: 'discover', framing: 'chunked', every: 3 }, 'in the answer to Discover, in one of 3, it is sent in chunks'],
  [
    { on: 'issue fault', asked: 'x', answer: { as: 'fault', subcode: 'A', errorType: 'B' } },
    'in the refusal of RequestSecurityToken (Issue), where the request holds ‹x›, a SOAP fault with subcode ‹A› and ErrorType ‹B› stands in its place',
  ],
  [
    { on: 'probe', matching: 'x', answer: { as: 'text', text: 'no' } },
    'in the answer to the probe of the discovery address, where the request matches ‹x›, the text ‹no› stands in its place',
  ],
  [
    { on: 'renew', deviation: 'expired', connection: 'close' },
    'in the answer to RequestSecurityToken (Renew), where the request departs by ‹expired›, the connection closes instead',
  ],
  [{ on: 'discover', delayMs: 2500 }, 'in the answer to Discover, it comes after 2.5 seconds'],
])('the departure %j is told', (departure, told) => {
  expect(departureText(departure, quote)).toBe(told);
});

test('every departure of the suite is told, and different ones of a check differ', () => {
  for (const { id, counterexamples } of checks) {
    const told = counterexamples.map((one) =>
      departuresOf(one)
        .map((part) => departureText(part, quote))
        .join('; '),
    );
    expect(
      told.filter((text) => /undefined|\[object/u.test(text)),
      id,
    ).toEqual([]);
    expect(new Set(told).size, id).toBe(told.length);
  }
});

test('every check says what a device does, why and on what it judges', () => {
  for (const check of checks) {
    const { marks, why, device, judges, rows, counterexamples } = explainCheck(check);
    expect(marks.startsWith(check.level), check.id).toBe(true);
    expect(
      [why, device, judges].filter((text) => text.length < 10 || text.includes('undefined')),
      check.id,
    ).toEqual([]);
    expect(rows.map(({ id }) => id)).toEqual(check.requirements);
    expect(counterexamples).toHaveLength(check.counterexamples.length);
  }
});

describe('a requirement', () => {
  const of = (id: string) => {
    const row = loadCatalogue().find((one) => one.id === id);
    if (!row) throw new Error(`no row ${id}`);
    return explainRequirement(row);
  };

  test('names the checks that verify it', () => {
    expect(of('PROV-05').judgedBy.map(({ check, verifies }) => [check, verifies])).toEqual([
      ['provisioning/thumbprint', true],
      ['renewal/thumbprint', true],
    ]);
    expect(of('PROV-05').unverified).toBeUndefined();
  });

  test('says why nothing verifies it', () => {
    expect(of('DEV-06')).toMatchObject({ judgedBy: [], topics: [{ name: 'enrollment-disabled' }] });
    expect(of('DEV-06').unverified).toMatch(/^not-testable: The policy is in the registry/u);
  });

  test('has a reason exactly where no check verifies it', () => {
    for (const row of loadCatalogue()) {
      const { judgedBy, unverified } = explainRequirement(row);
      expect(unverified === undefined, row.id).toBe(judgedBy.some(({ verifies }) => verifies));
    }
  });
});
