import { testCheck } from '../../harness/testing/check-tester.ts';
import { certificateStore } from './certificate-store.ts';

testCheck(certificateStore, { fails: ['The certificate is below My/System'] });
