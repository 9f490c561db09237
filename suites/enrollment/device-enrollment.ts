import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** A device that joins without a user. Another check judges the store of the certificate. */
export const deviceEnrollment = defineTolerance({
  id: 'enrollment/device-enrollment',
  title: 'A device with EnrollmentType Device enrolls',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['ENR-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device without a user is to enroll here, which not every server offers' },
  remedy: 'Accept EnrollmentType Device beside Full, if devices without a user are to enroll.',
  kind: 'issue',
  family: 'device-enrollment',
  refusals: { 'a server for users only': 'Name="EnrollmentType"><ac:Value>Device<' },
});
