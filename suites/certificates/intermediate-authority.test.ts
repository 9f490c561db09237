import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { intermediateAuthority } from './intermediate-authority.ts';

testCheck(intermediateAuthority, {
  fails: [/^The intermediate ".*Reference Device CA.*" is no CA certificate$/],
  inapplicable: { 'a document without an intermediate': provisioning.remove('//characteristic[@type="CA"]') },
});
