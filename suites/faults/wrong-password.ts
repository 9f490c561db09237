import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

/** The user sees this if he mistypes his password; it also keeps other people out. */
export const wrongPassword = defineCheck({
  id: 'faults/wrong-password',
  title: 'A wrong password is refused with subcode Authentication',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-06'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'whoever knows the name of a user enrolls in that name' },
  remedy: 'Answer a wrong user name or password with a SOAP fault whose subcode is Authentication.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'wrong-password' } },
  *judge(evidence) {
    yield* refusalFinding(evidence, 'Authentication');
  },

  counterexamples: [
    { name: 'a certificate for anybody', ...behaves({ acceptsAnyPassword: true }) },
    { name: 'a refusal for another reason', ...answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }) },
    { name: 'a refusal as JSON', ...answer('get-policies fault', { as: 'json' }) },
  ],
});
