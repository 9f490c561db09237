import { expect, test } from 'vitest';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import type { Exchange, Session } from '../../wire/exchange/exchange.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { openDossier } from '../evidence/dossier.ts';
import { gapsIn } from './gaps.ts';
import type { Kind } from '../evidence/kind.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';

const plan = [windowsEnrollment, modernEnrollment];
const session = await referenceSession({ scenarios: plan });

test('a whole session has none', () => {
  expect(gapsOf(session)).toEqual([]);
});

test('a scenario without an exchange is one, unless a state of the server could not be brought about', () => {
  const cut = without(({ label }) => label?.scenario === 'modern-enrollment');
  expect(gapsOf(cut)).toEqual(['the session holds no exchange of the scenario modern-enrollment']);
  const meta = session.meta && {
    ...session.meta,
    states: [{ state: 'license', by: 'command', problem: 'it exited with 1' } as const],
  };
  expect(gapsOf({ ...cut, ...(meta ? { meta } : {}) })).toEqual([]);
});

test('a step that is missing or out of order is one', () => {
  const cut = without(({ label }) => label?.name === 'get-policies' && label.scenario === 'modern-enrollment');
  expect(gapsOf(cut)).toEqual(['step 2 of the flow modern of modern-enrollment is missing or out of order']);
  expect(gapsOf({ ...session, exchanges: session.exchanges.toReversed() })).not.toEqual([]);
});

test('an enrollment that never came to its request is one, where the checks look at such requests', () => {
  const cut = without(({ label }) => label?.name === 'issue' && label.scenario === 'modern-enrollment');
  expect(gapsOf(cut)).toEqual([
    'the scenario modern-enrollment sent no request of kind issue: it ended with exchange 5, ' +
      'POST https://enterpriseenrollment.contoso.example/EnrollmentServer/Policy.svc, which got HTTP 200',
  ]);
  expect(gapsOf(cut, ['discover'])).toEqual([]);
});

test('in a third-party recording nothing was planned', () => {
  expect(gapsOf({ exchanges: asThirdParty(session.exchanges.slice(2)) })).toEqual([]);
});

function gapsOf(judged: Session, kinds: readonly Kind[] = ['discover', 'issue']): readonly string[] {
  using dossier = openDossier(judged);
  return gapsIn(dossier, plan, new Set(kinds));
}

function without(isCut: (exchange: Exchange) => boolean): Session {
  return { ...session, exchanges: session.exchanges.filter((exchange) => !isCut(exchange)) };
}
