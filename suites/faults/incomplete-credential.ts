import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/** A missing password is not an empty one, and a token that cannot be decoded is not a token. */
export const incompleteCredential = defineCheck({
  id: 'faults/incomplete-credential',
  title: 'A credential without user name or password, or one that is not base64, is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['POL-33', 'ENR-38'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever leaves out the password is let in' },
  remedy: 'Refuse a UsernameToken without Username or Password, and a BinarySecurityToken that is not base64.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'security-undecodable' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    {
      name: 'policies for anybody',
      deviation: 'security-undecodable',
      ...answer('get-policies fault', { as: 'control' }),
    },
    {
      name: 'certificates for anybody',
      deviation: 'security-undecodable',
      ...answer('issue fault', { as: 'control' }),
    },
  ],
});
