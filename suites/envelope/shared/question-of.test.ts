import { expect, test } from 'vitest';
import { openDossier } from '../../../harness/engine/evidence/dossier.ts';
import { referenceSession } from '../../../harness/testing/reference-run.ts';
import { contextItemVariants } from '../../enrollment/scenarios/context-item-variants.ts';
import { modernEnrollment } from '../../enrollment/scenarios/modern-enrollment.ts';
import { windowsEnrollment } from '../../enrollment/scenarios/windows-enrollment.ts';
import { questionOf } from './question-of.ts';

test('two devices ask the same, but not with a certificate request of another form or with other items', async () => {
  const scenarios = [windowsEnrollment, modernEnrollment, contextItemVariants];
  using dossier = openDossier(await referenceSession({ scenarios }));
  const issues = dossier.evidence.filter(({ kind }) => kind === 'issue');
  const [windows, modern] = issues;
  const control = issues.find(({ exchange }) => exchange.label?.control === true);
  const variant = issues.find(({ exchange }) => exchange.label?.family !== undefined);
  if (!windows || !modern || !control || !variant) throw new Error('the scenarios lack a request');
  expect(control.request.text('//wsse:BinarySecurityToken')).not.toBe(
    windows.request.text('//wsse:BinarySecurityToken'),
  );
  expect(questionOf(control)).toBe(questionOf(windows));
  expect(questionOf(modern)).not.toBe(questionOf(windows));
  expect(questionOf(variant)).not.toBe(questionOf(windows));
  const [first, second] = dossier.evidence.filter(({ kind }) => kind === 'get-policies');
  expect(first && questionOf(first)).toBe(second && questionOf(second));
});
