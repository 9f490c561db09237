import { tokenDeviations, tokenFamilies } from '../engine/evidence/token-deviations.ts';
import type { Check } from '../engine/rule/check.ts';

const names: readonly string[] = [...tokenDeviations, ...tokenFamilies];

/** Whether a check judges what the services make of the token of a sign-in, which only a server that wants tokens shows. */
export function isOfTokens({ id, needs }: Check): boolean {
  if (id === 'authentication/other-user') return true;
  if ('flow' in needs || !needs.where) return false;
  return ('family' in needs.where ? [needs.where.family] : [needs.where.deviation].flat()).every((name) =>
    names.includes(name),
  );
}
