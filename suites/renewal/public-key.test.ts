import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewedPublicKey } from './public-key.ts';

const otherKey = 'The certificate holds another public key than the request';

testCheck(renewedPublicKey, { fails: [otherKey, otherKey] });
