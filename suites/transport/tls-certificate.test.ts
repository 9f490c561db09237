import { testCheck } from '../../harness/testing/check-tester.ts';
import { tlsCertificate } from './tls-certificate.ts';

testCheck(tlsCertificate, {
  cleanIs: 'inapplicable',
  fails: [
    /^The certificate does not validate: /,
    'The certificate does not validate: CERT_HAS_EXPIRED',
    'The certificate does not validate: ERR_TLS_CERT_ALTNAME_INVALID',
    'The certificate does not validate: UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ],
});
