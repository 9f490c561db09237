import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { isUnsupportedVersion } from '../discovery/shared/is-unsupported-version.ts';

/** The first Windows 10 asks for version 3.0 and tells less of itself than the later ones. */
export const earlyClientVersion = defineCheck({
  id: 'robustness/early-client-version',
  title: 'A client of version 3.0 enrolls at the same server, unless it refuses that version with DeviceNotSupported',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ROB-14'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices with Windows 10 1507 and 1511 end their enrollment without a certificate',
    evidence: witnesses.steps,
  },
  remedy: 'Accept RequestVersion 3.0, and treat the ContextItems of later versions as optional.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { family: 'early-client-version' } },
  applies: {
    when: 'the server does not refuse version 3.0 with DeviceNotSupported',
    test: (evidence) => !isUnsupportedVersion(evidence),
  },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    {
      name: 'a lowest version above 3.0',
      on: 'discover',
      asked: '<RequestVersion>3.0<',
      answer: { as: 'fault', subcode: 'InternalServiceFault' },
    },
    {
      name: 'an issuer for new clients only',
      on: 'issue',
      matching: '^(?![^]*Name="Locale")',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});
