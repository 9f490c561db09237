import type { Question, Reason } from './question.ts';

/** A check of the terms of use or of tokens of Microsoft Entra, where the target file names no issuer of such tokens. */
export const noEntra: Reason = (question) => {
  const { session, thirdParty, evidence } = question.dossier;
  if (
    !isOfEntra(question) ||
    evidence.some(({ kind, facts }) => kind === 'terms-of-use' || facts.credential === 'jwt')
  ) {
    return undefined;
  }
  // A run that had the means and sent nothing was kept from it.
  if (session.meta?.scenarios.some((id) => id.startsWith('entra-')) === true) return undefined;
  const how = thirdParty ? '' : '; the target file names none ("entra")';
  return {
    outcome: 'inapplicable',
    reason: `applies when the server trusts an issuer of Microsoft Entra tokens for tests${how}`,
  };
};

function isOfEntra({ kinds, deviations, needs }: Question): boolean {
  if (kinds.every((kind) => kind === 'terms-of-use')) return true;
  if (deviations.some((name) => name.startsWith('jwt-') || name === 'enrollment-data')) return true;
  return (
    !('flow' in needs) &&
    needs.where !== undefined &&
    'family' in needs.where &&
    needs.where.family.startsWith('entra-')
  );
}
