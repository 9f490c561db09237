import { describe, expect, test } from 'vitest';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { wrongPassword } from '../../../suites/faults/scenarios/wrong-password.ts';
import type { Exchange, Session } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { openDossier } from '../evidence/dossier.ts';
import { ownDefects } from './own-defects.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';

const session = await referenceSession({ scenarios: [windowsEnrollment, wrongPassword] });
const [discover] = session.exchanges.filter(({ label }) => label?.name === 'discover');
const [negative] = session.exchanges.filter(({ label }) => label?.deviations !== undefined);

test('an honest run has none', () => {
  expect(defectsOf(session)).toEqual([]);
});

describe('a label that claims', () => {
  test.each<[string, Exchange | undefined, string, string]>([
    ['what the request does not show', discover, 'malformed', 'declares malformed, but does not show it'],
    ['what nobody knows', discover, 'nonsense', 'declares nonsense, but does not show it'],
    ['a wrong password where there is none', discover, 'wrong-password', 'but carries no password'],
  ])('%s', (_, exchange, deviation, defect) => {
    const edited = withLabel(exchange, { deviations: [deviation] });
    expect(defectsOf(edited)).toEqual([expect.stringContaining(defect)]);
  });

  test('a wrong password and carries that of its controls', () => {
    const [control] = session.exchanges.filter(({ label }) => label?.name === 'control-before');
    const edited = replaced(negative, (exchange) => ({ ...exchange, request: control?.request ?? exchange.request }));
    expect(defectsOf(edited)).toEqual([expect.stringContaining('but carries the password of its controls')]);
  });
});

test('a deviation that no label declares is one', () => {
  const edited = replaced(discover, (exchange) => ({
    ...exchange,
    request: { ...exchange.request, body: Buffer.from('<Discover') },
  }));
  expect(defectsOf(edited)).toEqual([expect.stringContaining('shows malformed, which its scenario does not declare')]);
});

test('an exchange without a label is one, and so is one that no device sends', () => {
  const cut = replaced(discover, ({ label, ...exchange }) => (label ? exchange : exchange));
  expect(defectsOf(cut)).toEqual([expect.stringContaining('has no label')]);
  const stray = replaced(discover, (exchange) => ({
    ...exchange,
    request: { ...exchange.request, method: 'GET', url: 'https://mdm.contoso.example/favicon.ico' },
  }));
  expect(defectsOf(stray)).toEqual([expect.stringContaining('is not a message of a device')]);
});

test('a third-party recording has none, and cutting off what the run said of itself does not make ours a third-party one', () => {
  expect(defectsOf({ exchanges: asThirdParty(session.exchanges) })).toEqual([]);
  const { exchanges } = withLabel(discover, { deviations: ['malformed'] });
  expect(defectsOf({ exchanges })).toHaveLength(1);
});

function defectsOf(judged: Session): string[] {
  using dossier = openDossier(judged);
  return ownDefects(dossier);
}

function withLabel(target: Exchange | undefined, change: Partial<Exchange['label'] & object>): Session {
  return replaced(target, (exchange) =>
    exchange.label ? { ...exchange, label: { ...exchange.label, ...change } } : exchange,
  );
}

function replaced(target: Exchange | undefined, edit: (exchange: Exchange) => Exchange): Session {
  expect(target).toBeDefined();
  return { ...session, exchanges: session.exchanges.map((item) => (item === target ? edit(item) : item)) };
}
