import { provisioning } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { rootAuthority } from './root-authority.ts';

testCheck(rootAuthority, {
  fails: [
    /^The root ".*Reference Root CA.*" is no CA certificate$/,
    /^The root ".*Reference Root CA.*" is not self-signed$/,
  ],
  inapplicable: { 'a document without a root': provisioning.remove('//characteristic[@type="Root"]') },
});
