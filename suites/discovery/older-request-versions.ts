import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { isUnsupportedVersion } from './shared/is-unsupported-version.ts';

/** MS-MDE2 3.1.4.1.3.1 lists 1.0 to 3.0 too; only Windows before 10 1703 asks for them, and a server may refuse that (2.2.10). */
export const olderRequestVersions = defineCheck({
  id: 'discovery/older-request-versions',
  title: 'A RequestVersion from 1.0 to 3.0 is answered, or refused with DeviceNotSupported',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['DISC-11'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'a Windows 10 before version 1703 cannot enroll, and its user does not learn that it is too old',
    evidence: witnesses.steps,
  },
  remedy: 'Answer these versions, or refuse them with the ErrorType DeviceNotSupported.',
  needs: { each: 'discover', where: { family: 'older-request-versions' } },
  applies: {
    when: 'the server does not refuse that version with DeviceNotSupported',
    test: (evidence) => !isUnsupportedVersion(evidence),
  },

  *judge(evidence) {
    for (const seen of answerFinding(evidence)) yield { ...seen, expected: 'an answer, or DeviceNotSupported' };
  },

  counterexamples: [
    {
      name: 'a fault that does not say what is too old',
      on: 'discover',
      matching: /<RequestVersion>[1-3]\.0</.source,
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});
