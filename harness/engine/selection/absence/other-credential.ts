import type { Dossier } from '../../evidence/dossier.ts';
import { tokenDeviations, tokenFamilies } from '../../evidence/token-deviations.ts';
import type { Needs } from '../../rule/check.ts';
import { signatureDeviations } from '../../evidence/signature-deviations.ts';
import { isAbout } from './question.ts';
import type { Reason } from './question.ts';

/** What only a request with a user name and a password can have. */
const ofPasswords: readonly string[] = [
  'unknown-user',
  'markup-user',
  'wrong-password',
  'empty-password',
  'near-miss-password',
  'password-attributes',
  'username-token-id',
  'password-spacing',
];

const ofTokens: readonly string[] = [...tokenDeviations, ...tokenFamilies];

/** What only a request with a certificate can have. */
const ofCertificates: readonly string[] = [...signatureDeviations, 'signature-reading', 'other-signature-reading'];

/** A check of passwords at a server that wants tokens, of signatures at one that wants neither, or a check of the sign-in at one that wants passwords. */
export const otherCredential: Reason = (question) => {
  const policies = policiesIn(question.dossier);
  if (policies.length === 0) return undefined;
  if (isAbout('authenticate', question) && !policies.includes('Federated')) {
    return { outcome: 'inapplicable', reason: 'applies when the server chooses Federated' };
  }
  if (isOf(ofCertificates, question.needs) && !policies.includes('Certificate')) {
    return {
      outcome: 'inapplicable',
      reason: 'applies when the server chooses Certificate, and the target names a certificate',
    };
  }
  if (isOf(ofPasswords, question.needs) && !policies.includes('OnPremise')) {
    return { outcome: 'inapplicable', reason: 'applies when the server takes a user name and a password' };
  }
  if (isOf(ofTokens, question.needs) && !policies.includes('Federated')) {
    return { outcome: 'inapplicable', reason: 'applies when the server chooses Federated' };
  }
  return undefined;
};

function isOf(credential: readonly string[], needs: Needs): boolean {
  if ('flow' in needs || !needs.where) return false;
  const { where } = needs;
  return ('family' in where ? [where.family] : [where.deviation].flat()).every((name) => credential.includes(name));
}

function policiesIn({ evidence }: Dossier): readonly string[] {
  return evidence
    .filter(({ kind, state }) => kind === 'discover' && state === 'success')
    .flatMap(({ payload }) => payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim() ?? []);
}
