import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverAddress } from './server-address.ts';

testCheck(serverAddress, {
  fails: [
    /^servername is "http:.*", which is not https:$/,
    /^servername is "enterpriseenrollment.contoso.example\/.*", which is no absolute URL with https:$/,
    /^A raw "&" cuts the URL of servername/,
    '"servername" has no value',
  ],
  passes: {
    'a host alone': replace('deep-link-page', '%2FEnrollmentServer%2FDiscovery.svc', ''),
    'an address that is not percent-encoded': replace('deep-link-page', 'https%3A%2F%2F', 'https://'),
  },
  inapplicable: { 'a link without a server': replace('deep-link-page', 'servername', 'server') },
});
