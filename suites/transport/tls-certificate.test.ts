import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsCertificate } from './tls-certificate.ts';

const selfSigned = /^The certificate of 127\.0\.0\.1:\d+ does not validate: DEPTH_ZERO_SELF_SIGNED_CERT$/;

testCheck(tlsCertificate, {
  cleanIs: 'inapplicable',
  passesOverTls: true,
  fails: [
    selfSigned,
    /does not validate: SELF_SIGNED_CERT_IN_CHAIN$/,
    /does not validate: INVALID_PURPOSE$/,
    /does not validate: UNABLE_TO_VERIFY_LEAF_SIGNATURE$/,
    selfSigned,
    selfSigned,
    selfSigned,
  ],
  passes: { 'a certificate for another name, which chains to the root': { tls: 'wrong-name' } },
  inapplicable: { 'an expired certificate, behind which nobody looked': { tls: 'expired' } },
});
