import { defineCheck } from '../../harness/engine/rule/check.ts';
import { attribute, duplicate, remove } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { countFinding, hasResult } from './shared/result.ts';

/** The address from which the device gets its certificate; no device can enroll without it. */
export const enrollmentService = defineCheck({
  id: 'discovery/enrollment-service',
  title: 'There is exactly one EnrollmentServiceUrl, and it is not nil',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-03'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the device does not know where to enroll', evidence: witnesses.steps },
  remedy: 'Return the address of the enrollment service in one EnrollmentServiceUrl.',
  needs: { each: 'discover' },
  applies: hasResult,

  *judge({ payload }) {
    yield* countFinding(payload, 'EnrollmentServiceUrl');
    for (const address of payload.all('d:DiscoverResult/d:EnrollmentServiceUrl')) {
      if (address.isNil) yield { message: 'EnrollmentServiceUrl is nil', at: address, expected: 'https://…' };
    }
  },

  counterexamples: [
    { name: 'no address', ...remove('discover', '//d:EnrollmentServiceUrl') },
    { name: 'two addresses', ...duplicate('discover', '//d:EnrollmentServiceUrl') },
    {
      name: 'a nil address',
      ...attribute('discover', '//d:EnrollmentServiceUrl', `{${namespaces.xsi}}nil`, 'true'),
    },
  ],
});
