import type { TermsStep } from '../../../harness/device/entra/device-entra.ts';
import type { Scenario } from '../../../harness/device/run/scenario.ts';
import { defectNames } from '../../../harness/device/entra/token-defect.ts';

const wrong: readonly Pick<TermsStep, 'defect' | 'withoutToken' | 'apiVersion' | 'variant' | 'name'>[] = [
  { name: 'terms-without-token', variant: 'no token', withoutToken: true },
  ...(['signature', 'unknown-key', 'audience', 'tenant', 'expired'] as const).map((defect) => ({
    name: `terms-${defect}`,
    variant: defectNames[defect],
    defect,
  })),
  { name: 'terms-api-version', variant: 'the api-version 99.0', apiVersion: '99.0' },
];

/** The wrong visits stand between two right ones, which go as far. */
export const entraTerms: Scenario = {
  id: 'entra-terms',
  title: 'The terms of use are opened, declined, and opened with wrong tokens and an unknown version',
  effect: 'read',
  devices: 1,
  way: 'entra',
  async drive(context) {
    const { entra } = context.device('entra-terms');
    if (!entra) return;
    await entra.terms({ name: 'terms-before', does: 'look', joins: false, control: true });
    for (const step of wrong) await entra.terms({ ...step, does: 'look', joins: false });
    await entra.terms({ name: 'terms-after', does: 'look', joins: false, control: true });
    await entra.terms({ name: 'terms-declined', does: 'decline', joins: false });
  },
};
