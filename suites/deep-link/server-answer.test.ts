import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverAnswer } from './server-answer.ts';

testCheck(serverAnswer, {
  fails: [
    /^Discovery at https:\S+ got a fault \(EnrollmentServer\)$/,
    /^Discovery at https:\S+ got no complete answer/,
  ],
  passes: { 'a host alone': replace('deep-link-page', '%2FEnrollmentServer%2FDiscovery.svc', '') },
  inapplicable: {
    'another server': replace('deep-link-page', 'enterpriseenrollment.contoso', 'mdm.fabrikam'),
    'a link without a server': replace('deep-link-page', 'servername', 'server'),
  },
});
