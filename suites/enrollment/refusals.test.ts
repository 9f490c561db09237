import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import type { CheckCases } from '../../harness/testing/check-tester.ts';
import { enrollmentChecks } from './index.ts';
import { certificateRequestRefusals } from './scenarios/certificate-request-refusals.ts';
import { requestTypeRefusals } from './scenarios/request-type-refusals.ts';

const accepted = 'The server accepted the request';
const page = /^The server refused with HTTP 500 with an HTML page/;
const otherReason = 'The server refused with a fault (EnrollmentServer)';

/** A refusal proves nothing where no request succeeds. */
const enrollsNobody: Pick<CheckCases, 'inconclusive'> = {
  inconclusive: { 'a server that enrolls nobody': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
};
/** A refusal for any reason will do. */
const anyReason: Pick<CheckCases, 'passes' | 'inconclusive'> = {
  ...enrollsNobody,
  passes: { 'a refusal of any other kind': answer('issue fault', { as: 'fault', subcode: 'InternalServiceFault' }) },
};

testCheckTable(enrollmentChecks, {
  'enrollment/broken-hash': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page, otherReason],
    ...enrollsNobody,
  },
  'enrollment/certificate-request-signature': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page],
    ...anyReason,
  },
  'enrollment/missing-certificate-request': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page],
    ...anyReason,
  },
  'enrollment/missing-request-type': { scenarios: [requestTypeRefusals], fails: [accepted, page], ...anyReason },
  'enrollment/short-key': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page, otherReason],
    ...enrollsNobody,
  },
  'enrollment/undecodable-certificate-request': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page, otherReason],
    ...enrollsNobody,
    passes: { 'a refusal of its format': answer('issue fault', { as: 'fault', subcode: 'MessageFormat' }) },
  },
  'enrollment/unknown-request-type': { scenarios: [requestTypeRefusals], fails: [accepted, page], ...anyReason },
  'enrollment/unreadable-certificate-request': {
    scenarios: [certificateRequestRefusals],
    fails: [accepted, page, otherReason],
    ...enrollsNobody,
  },
});
