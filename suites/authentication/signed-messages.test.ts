import { behaves } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { unsignedCertificate } from './unsigned-certificate.ts';
import { signatureReading } from './signature-reading.ts';
import { signatureValue } from './signature-value.ts';
import { signatureDigest } from './signature-digest.ts';
import { signatureCoverage } from './signature-coverage.ts';
import { signatureWrapping } from './signature-wrapping.ts';
import { signatureKeyReference } from './signature-key-reference.ts';
import { certificateIssuer } from './certificate-issuer.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';
import { expiredMessage } from './expired-message.ts';
import { missingTimestamp } from './missing-timestamp.ts';
import { futureMessage } from './future-message.ts';

for (const check of [
  unsignedCertificate,
  signatureValue,
  signatureDigest,
  signatureCoverage,
  signatureWrapping,
  signatureKeyReference,
  certificateIssuer,
  signatureAlgorithm,
  expiredMessage,
  missingTimestamp,
  futureMessage,
]) {
  testCheck(check, { fails: check.counterexamples.map(() => 'The server accepted the request') });
}

testCheck(signatureReading, {
  fails: ['The server answered with a fault (InvalidSecurity)'],
  passes: { 'a server with both readings': behaves({ signatureReads: 'both' }) },
});
