import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { toSoap12 } from '../envelope/shared/request-version.ts';

/** The faults of the two versions have different elements, and only one of them has subcodes. */
export const faultSoapVersion = defineCheck({
  id: 'faults/soap-version',
  title: 'A fault is SOAP 1.2, as the request is',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-02', 'ENV-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds a reason in a fault of SOAP 1.1' },
  remedy: 'Send the fault in the envelope http://www.w3.org/2003/05/soap-envelope.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: toSoap12,

  *judge({ fault }) {
    for (const { id, message, at } of fault.tolerances) {
      if (id === 'soap-1.1') yield { message, at, expected: 'http://www.w3.org/2003/05/soap-envelope' };
    }
  },

  counterexamples: [
    {
      name: 'an envelope of SOAP 1.1',
      ...replace('issue fault', 'http://www.w3.org/2003/05/soap-envelope', 'http://schemas.xmlsoap.org/soap/envelope/'),
    },
  ],
});
