import type { Reason } from './question.ts';

/** The field below `signIn.tokens` of a target file that gives what a check looks at. */
const fields: Readonly<Record<string, string>> = {
  'token-expired': 'expired',
  'token-audience': 'otherAudience',
  'other-user-token': 'otherUser',
  'large-token': 'large',
};

/** A check of a token that no sign-in gives, in a run that sent other tokens. */
export const unpreparedToken: Reason = ({ needs, dossier: { evidence, thirdParty } }) => {
  if ('flow' in needs || !needs.where) return undefined;
  const [name = '', ...others] = 'family' in needs.where ? [needs.where.family] : [needs.where.deviation].flat();
  const isDriven = !thirdParty && evidence.some(({ facts }) => facts.deviations.includes('token-changed'));
  if (!isDriven || others.length > 0) return undefined;
  if (name === 'token-signature') {
    return { outcome: 'inapplicable', reason: 'applies when the token of the sign-in is a signed JSON Web Token' };
  }
  const field = fields[name];
  if (field === undefined) return undefined;
  return {
    outcome: 'inapplicable',
    reason: `applies when the target file gives such a token ("signIn.tokens.${field}"), and its command prints it`,
  };
};
