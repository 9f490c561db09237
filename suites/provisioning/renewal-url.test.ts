import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalUrl } from './renewal-url.ts';

const add = (value: string) =>
  provisioning.append('//characteristic[@type="Renew"]', `<parm name="ServerURL" value="${value}" datatype="string"/>`);

testCheck(renewalUrl, {
  cleanIs: 'inapplicable',
  fails: ['ServerURL is "http://enroll.contoso.example/renew"', 'ServerURL is "/EnrollmentServer/Enrollment.svc"'],
  passes: { 'a port and a query': add('https://enroll.contoso.example:8443/renew?a=1&amp;b=2') },
  inapplicable: { 'an empty one, which is as none': add('') },
});
