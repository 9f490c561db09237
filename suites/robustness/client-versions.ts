import { answerFinding } from '../../harness/engine/rule/answer-finding.ts';
import { defineCheck } from '../../harness/engine/rule/check.ts';

/** One organisation has devices of many ages, and every new Windows raised RequestVersion. */
export const clientVersions = defineCheck({
  id: 'robustness/client-versions',
  title: 'Clients of present and future versions enroll at the same server',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['ROB-14'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices cannot enroll once Windows is updated',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 31690 and 49329: 0x80180006' },
  },
  seen: 'fleetdm/fleet issues 31690 and 49329: 0x80180006',
  remedy: 'Compare RequestVersion with the lowest version supported, and never with a list of known ones.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { family: 'client-versions' } },

  *judge(evidence) {
    yield* answerFinding(evidence);
  },

  counterexamples: [
    {
      name: 'a list of versions that ends at 6.0',
      on: 'discover',
      asked: '<RequestVersion>9.0<',
      answer: { as: 'fault', subcode: 'InternalServiceFault' },
    },
    {
      name: 'an issuer that knows no RequestVersion',
      on: 'issue',
      asked: 'Name="RequestVersion"',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    {
      name: 'an issuer that refuses the claim of a TPM',
      on: 'issue',
      asked: 'Name="AIKAttestationClaim"',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
    {
      name: 'an issuer with room for a small request only',
      on: 'issue',
      matching: '^[^]{7000}',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  ],
});
