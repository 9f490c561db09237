import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';

/** What a device says that joins the organisation without a user; in which store the certificate goes is another check's. */
export const deviceEnrollment = defineTolerance({
  id: 'enrollment/device-enrollment',
  title: 'A device with EnrollmentType Device enrolls',
  level: 'MAY',
  basis: 'interoperability',
  requirements: ['ENR-19'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'a device without a user cannot enroll, which not every server offers' },
  remedy: 'Accept EnrollmentType Device beside Full, if devices without a user are to enroll.',
  kind: 'issue',
  family: 'device-enrollment',
  refusals: { 'a server for users only': 'Name="EnrollmentType"><ac:Value>Device<' },
});
