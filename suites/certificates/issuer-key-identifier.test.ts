import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { issuerKeyIdentifier } from './issuer-key-identifier.ts';

testCheck(issuerKeyIdentifier, {
  fails: [
    /^"CN=.+" names the key [0-9A-F]{40}, ".*Reference Device CA.*" has [0-9A-F]{40}$/,
    /^".*Reference Device CA.*" names the key [0-9A-F]{40}, ".*Reference Root CA.*" has [0-9A-F]{40}$/,
  ],
  passes: {
    'a certificate that names none': reissue({ authorityKeyId: 'absent' }),
    'an intermediate that names none': behaves({ intermediate: { withoutSubjectKeyId: true } }),
    'a root that names another key, which nobody needs': behaves({ root: { authorityKeyId: 'other' } }),
  },
});
