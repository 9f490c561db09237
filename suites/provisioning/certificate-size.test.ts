import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateSize } from './certificate-size.ts';

testCheck(certificateSize, {
  fails: [/^The client certificate has \d+ bytes$/],
});
