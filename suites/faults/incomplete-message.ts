import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { refusalFinding } from '../../harness/engine/rule/refusal-finding.ts';

/** The parts that a message may lack, and the subcodes that fit: without a user, or without a good request. */
const due: Readonly<Record<string, readonly string[]>> = {
  'request-missing': ['MessageFormat'],
  'email-missing': ['MessageFormat', 'Authentication', 'Authorization'],
  'client-missing': ['MessageFormat'],
  'request-type-missing': ['MessageFormat'],
  'csr-missing': ['MessageFormat', 'CertificateRequest'],
};

/** For each part, another check judges whether the server refuses such a message at all. */
export const incompleteMessage = defineCheck({
  id: 'faults/incomplete-message',
  title: 'The fault that answers a message without a required part has the subcode MessageFormat',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-08'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'Windows sends no such message; whoever does looks for the mistake elsewhere' },
  remedy: 'Send the subcode MessageFormat where a message lacks what the service needs.',
  needs: { each: ['discover', 'get-policies', 'issue'], where: { deviation: Object.keys(due) } },
  applies: { when: 'the server refuses the request with a SOAP fault', test: ({ state }) => state === 'fault' },

  *judge(evidence) {
    const lacking = evidence.facts.deviations.find((deviation) => deviation in due) ?? '';
    yield* refusalFinding(evidence, ...(due[lacking] ?? []));
  },

  counterexamples: [
    {
      name: 'an unknown user where no RequestType is',
      deviation: 'request-type-missing',
      ...answer('issue fault', { as: 'fault', subcode: 'Authentication' }),
    },
    {
      name: 'a forbidden user where no client is',
      deviation: 'client-missing',
      ...answer('get-policies fault', { as: 'fault', subcode: 'Authorization' }),
    },
    {
      name: 'an error of the server where no request is',
      deviation: 'request-missing',
      ...answer('discover fault', { as: 'fault', subcode: 'InternalServiceFault' }),
    },
    {
      name: 'an error of the server where no certificate request is',
      deviation: 'csr-missing',
      ...answer('issue fault', { as: 'fault', subcode: 'EnrollmentServer' }),
    },
    {
      name: 'an error of the server where no EmailAddress is',
      deviation: 'email-missing',
      ...answer('discover fault', { as: 'fault', subcode: 'EnrollmentServer' }),
    },
  ],
});
