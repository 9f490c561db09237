import type { Check } from '../engine/rule/check.ts';

/** Whether a check judges what the services make of the token of a sign-in, which only a server that wants tokens shows. */
export function isOfTokens({ id, needs }: Check): boolean {
  if (!id.startsWith('authentication/') || 'flow' in needs) return false;
  return ['across' in needs ? needs.across : needs.each].flat().includes('issue');
}
