import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { keyIdentifiers } from './key-identifiers.ts';

testCheck(keyIdentifiers, {
  fails: [
    /^"CN=.+" has no authority key identifier$/,
    /^".*Reference Device CA.*" has no authority key identifier$/,
    /^".*Reference Device CA.*" has no subject key identifier$/,
  ],
  passes: {
    'a certificate that does not name its own key': reissue({ withoutSubjectKeyId: true }),
    'a root that names no key': behaves({ root: { withoutSubjectKeyId: true, authorityKeyId: 'absent' } }),
  },
});
