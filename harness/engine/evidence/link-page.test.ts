import { describe, expect, test } from 'vitest';
import { deepLinkPages } from '../../../suites/deep-link/scenarios/deep-link-pages.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { deepLinkChecks } from '../../../suites/deep-link/index.ts';
import { noteOf } from '../../app/assess.ts';
import { asThirdParty } from '../../testing/as-third-party.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { header, replace, status } from '../rule/departures.ts';
import type { Departure } from '../rule/counterexample.ts';
import { judge } from '../verdict/judge.ts';
import { openDossier } from './dossier.ts';

const sessionWith = (...departures: readonly Departure[]) =>
  referenceSession({ departures, scenarios: [windowsEnrollment, deepLinkPages] });

async function pagesOf(departures: readonly Departure[], recorded = false): Promise<string[]> {
  const session = await sessionWith(...departures);
  using dossier = openDossier(recorded ? { exchanges: asThirdParty(session.exchanges) } : session);
  return dossier.evidence
    .filter(({ exchange }) => exchange.request.url.includes('/enroll'))
    .map(({ kind, state, trouble }) => [kind, state, trouble].filter(Boolean).join(' '));
}

const shown = 'deep-link-page success';
const without = replace('deep-link-page', '<a href="ms-device-enrollment:', '<a href="https:');

describe('a page of links', () => {
  test('is opened, once more with an unknown parameter, and once more as before', async () => {
    expect(await pagesOf([])).toEqual([shown, shown, shown]);
  });

  test('is asked no more if it holds no link', async () => {
    const trouble = 'deep-link-page unusable HTTP 200 with a page without a link to ms-device-enrollment:';
    expect(await pagesOf([without])).toEqual([trouble]);
  });

  test.for([
    ['a page that is not found', [status('deep-link-page', 404)], ['deep-link-page unusable HTTP 404']],
    [
      'a redirect to the link',
      [status('deep-link-page', 302), header('deep-link-page', 'Location', 'ms-device-enrollment:?mode=mdm')],
      [shown, shown, shown],
    ],
    [
      'a redirect without end',
      [status('deep-link-page', 302), header('deep-link-page', 'Location', '/enroll')],
      Array<string>(6).fill('other success'),
    ],
  ] as const)('may be %s', async ([, departures, pages]) => {
    expect(await pagesOf(departures)).toEqual(pages);
  });

  test('counts in a recording of others if it holds a link', async () => {
    expect(await pagesOf([], true)).toEqual([shown, shown, shown]);
    expect(await pagesOf([without], true)).toEqual(['other success']);
  });
});

test.for([
  [[without], true, 'the recording holds a page'],
  [[], false, undefined],
] as const)('checks of links say why they do not apply: %#', async ([departures, recorded, reason]) => {
  const session = await sessionWith(...departures);
  using dossier = openDossier(recorded ? { exchanges: asThirdParty(session.exchanges) } : session);
  const outcomes = deepLinkChecks.map((check) => judge(check, dossier, noteOf));
  if (reason === undefined) expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  else
    expect(outcomes[0]).toMatchObject({ outcome: 'inapplicable', reason: expect.stringContaining(reason) as string });
});

test('checks of links do not apply to a target that names no pages', async () => {
  using dossier = openDossier(await referenceSession({ scenarios: [windowsEnrollment] }));
  for (const check of deepLinkChecks) {
    const { outcome, reason = '' } = judge(check, dossier, noteOf);
    expect([check.id, outcome, reason]).toEqual([check.id, 'inapplicable', expect.stringContaining('applies when')]);
  }
});
