import type { Phase } from '../../suites/requirements/requirement.ts';

/** The sorts of evidence that a new check may start from; each has its templates beside this file. */
export const needs = [
  'xml',
  'header',
  'provisioning',
  'certificate',
  'fault',
  'refusal',
  'tolerance',
  'renewal',
] as const;

/** One of these sorts. */
export type Need = (typeof needs)[number];

const usual: Partial<Record<Phase, Need>> = {
  transport: 'header',
  provisioning: 'provisioning',
  certificates: 'certificate',
  faults: 'fault',
  renewal: 'renewal',
  robustness: 'tolerance',
};

/** What most checks on rows of this phase judge. */
export function usualNeed(phase: Phase): Need {
  return usual[phase] ?? 'xml';
}
