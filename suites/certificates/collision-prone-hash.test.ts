import { behaves, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { collisionProneHash } from './collision-prone-hash.ts';

testCheck(collisionProneHash, {
  fails: [
    /^"CN=.+" is signed by md5WithRSAEncryption$/,
    /^".*Reference Device CA.*" is signed by md5WithRSAEncryption$/,
  ],
  passes: {
    'a root signed with MD5, whose signature nobody checks': behaves({ root: { hash: 'md5' } }),
    'a certificate signed with SHA-1, which Learn names as a default': reissue({ hash: 'sha1' }),
    'a certificate signed with SHA-384': reissue({ hash: 'sha384' }),
  },
});
