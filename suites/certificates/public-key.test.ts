import { testCheck } from '../../harness/testing/check-tester.ts';
import { publicKey } from './public-key.ts';

testCheck(publicKey, { fails: ['The certificate holds another public key than the request'] });
