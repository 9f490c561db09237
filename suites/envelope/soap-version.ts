import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { toSoap12, versionFinding } from './shared/request-version.ts';

/** Requests are SOAP 1.2, and an answer of another version is no answer to them. */
export const soapVersion = defineCheck({
  id: 'envelope/soap-version',
  title: 'Discover and GetPolicies are answered in SOAP 1.2',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-01'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads the answer: MS-WSTEP 2.1 demands SOAP 1.2, and MS-MDE2 2.1 names 1.1',
  },
  remedy: 'Use the envelope namespace of SOAP 1.2.',
  needs: { each: ['discover', 'get-policies'] },
  applies: toSoap12,

  *judge(evidence) {
    yield* versionFinding(evidence);
  },

  counterexamples: [
    { name: 'SOAP 1.1 in discovery', ...replace('discover', namespaces.s, namespaces.s11) },
    { name: 'SOAP 1.1 in the policies', ...replace('get-policies', namespaces.s, namespaces.s11) },
  ],
});
