import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { windowsCertificateRequest } from './windows-certificate-request.ts';

testCheck(windowsCertificateRequest, {
  fails: ['The server answered with a fault (CertificateRequest); a device shows 0x80180004'],
  passes: { 'a server that refuses other requests': behaves({ refusesSha256Csr: true }) },
  inconclusive: { 'a server that enrolls no device': answer('issue', { as: 'fault', subcode: 'CertificateRequest' }) },
});
