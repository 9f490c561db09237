import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { toSoap12, versionFinding } from './shared/request-version.ts';

/** The one answer that published samples write in SOAP 1.1, against the specification. */
export const enrollmentSoapVersion = defineCheck({
  id: 'envelope/enrollment-soap-version',
  title: 'RequestSecurityToken is answered in SOAP 1.2, unlike in the published samples',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-02', 'ENV-01'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device reads the answer: MS-WSTEP 2.1 demands SOAP 1.2, and the sample in MS-MDE2 4.3.2 is SOAP 1.1',
  },
  remedy: 'Use the envelope namespace of SOAP 1.2, whatever the samples show.',
  needs: { each: 'issue' },
  applies: toSoap12,

  *judge(evidence) {
    yield* versionFinding(evidence);
  },

  counterexamples: [
    { name: 'the envelope of the published sample', ...replace('issue', namespaces.s, namespaces.s11) },
  ],
});
