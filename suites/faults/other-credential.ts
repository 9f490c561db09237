import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer } from '../../harness/engine/rule/departures.ts';
import { acceptanceFinding } from './shared/acceptance.ts';

/**
 * AuthPolicy names the credential of users; a server does not check any other, so it must not accept one that was made up. A recording of a
 * third party does not say that one was: there Windows itself may have sent a genuine token under OnPremise (fleetdm/fleet 46387).
 */
export const otherCredential = defineCheck({
  id: 'faults/other-credential',
  title: 'The credential of another AuthPolicy is not accepted',
  level: 'MUST',
  basis: 'security',
  requirements: ['ENR-28', 'POL-33'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'security', says: 'whoever makes up a token is let in without a password' },
  remedy: 'Take only the kind of credential that AuthPolicy names, and refuse any other with a SOAP fault.',
  needs: { each: ['get-policies', 'issue'], where: { deviation: 'credential-type' } },

  *judge(evidence) {
    yield* acceptanceFinding(evidence);
  },

  counterexamples: [
    {
      name: 'policies for anybody',
      asked: '/Enrollment/DeviceEnrollmentUserToken"',
      ...answer('get-policies fault', { as: 'control' }),
    },
    {
      name: 'certificates for anybody',
      asked: '/Enrollment/DeviceEnrollmentUserToken"',
      ...answer('issue fault', { as: 'control' }),
    },
  ],
});
