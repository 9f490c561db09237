import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { signatureHash } from './signature-hash.ts';

testCheck(signatureHash, {
  fails: [
    /^"CN=.+" is signed by sha1WithRSAEncryption$/,
    /^".*Reference Device CA.*" is signed by sha1WithRSAEncryption$/,
  ],
  passes: {
    'a root signed with SHA-1': behaves({ root: { hash: 'sha1' } }),
    'a certificate signed with SHA-384': reissue({ hash: 'sha384' }),
  },
});
