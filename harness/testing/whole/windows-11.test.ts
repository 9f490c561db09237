import { expect, test } from 'vitest';
import { noteOf } from '../../app/assess.ts';
import { openDossier } from '../../engine/evidence/dossier.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { judge } from '../../engine/verdict/judge.ts';
import type { Judgement } from '../../engine/verdict/results.ts';
import { clientVersions } from '../../../suites/enrollment/scenarios/client-versions.ts';
import { contextItemVariants } from '../../../suites/enrollment/scenarios/context-item-variants.ts';
import { modernEnrollment } from '../../../suites/enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../../suites/enrollment/scenarios/windows-enrollment.ts';
import { checks } from '../../../suites/index.ts';
import { referenceSession } from '../reference-run.ts';

const scenarios = [windowsEnrollment, modernEnrollment, clientVersions, contextItemVariants];

/** Servers that enroll every Windows 10 and no Windows 11 25H2, by what they refuse. */
const refused: Readonly<Record<string, { readonly asked: string } | { readonly matching: string }>> = {
  'RequestVersion 9.0, whatever was advertised': { asked: 'Name="RequestVersion"><ac:Value>9.' },
  'AttestationStatus and AttestationStatusHResult': { asked: '0x80070057' },
  '13 MAC items': { matching: '(Name="MAC"[^]*){9}' },
  'an ApplicationVersion that is not the OSVersion': {
    matching: 'Name="OSVersion"><ac:Value>\\s*([^<\\s]+)\\s*<[^]*Name="ApplicationVersion"><ac:Value>(?!\\1<)',
  },
  'Manufacturer, DeviceModel and SerialNumber': { asked: 'Name="Manufacturer"' },
};

test.each(Object.entries(refused))('a server that refuses %s is told so, and nothing else', async (what, where) => {
  const departure: Departure = { on: 'issue', ...where, answer: { as: 'fault', subcode: 'MessageFormat' } };
  const failed = (await judgementsOn([departure])).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ check }) => check).toSorted()).toEqual([
    'enrollment/answer',
    'enrollment/windows-11-items',
    'robustness/client-versions',
  ]);
  const variantsOf = (id: string) =>
    failed.filter(({ check }) => check === id).flatMap(({ findings }) => findings.map(({ variant }) => variant));
  expect(variantsOf('enrollment/answer')).toEqual(['Windows 11 25H2 (10.0.26200)']);
  expect(variantsOf('enrollment/windows-11-items')).toEqual(['all that Windows 11 25H2 tells', what]);
  expect(variantsOf('robustness/client-versions')).toContain('a client of RequestVersion 9.0');
});

test('a server that knows no RequestVersion above 8.0 hides nothing of the second device but that', async () => {
  const departure: Departure = {
    on: 'discover',
    asked: '<RequestVersion>9.0<',
    answer: { as: 'fault', subcode: 'InternalServiceFault' },
  };
  const failed = (await judgementsOn([departure])).filter(({ outcome }) => outcome === 'failed');
  expect(failed.map(({ check }) => check).toSorted()).toEqual(['discovery/answer', 'robustness/client-versions']);
});

async function judgementsOn(departures: readonly Departure[]): Promise<readonly Judgement[]> {
  using dossier = openDossier(await referenceSession({ departures, scenarios }));
  return checks.map((check) => judge(check, dossier, noteOf));
}
