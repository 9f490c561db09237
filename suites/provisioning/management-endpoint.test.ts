import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { managementEndpoint } from './management-endpoint.ts';

const address = '//parm[@name="ADDR"]/@value';
const host = 'https://enterpriseenrollment.contoso.example';

testCheck(managementEndpoint, {
  fails: [`ADDR is "${host}/EnrollmentServer/Discovery.svc", where the device sent its Discover`],
  alsoFails: {
    'the same with a port and a slash': [
      provisioning.set(address, `${host}:443/EnrollmentServer/Discovery.svc/`),
      /^ADDR is ".+", where the device sent its Discover$/,
    ],
  },
  passes: {
    'another path on the same host': provisioning.set(address, `${host}/ManagementServer/Discovery.svc`),
    'the same path on another host': provisioning.set(
      address,
      'https://mdm.contoso.example/EnrollmentServer/Discovery.svc',
    ),
  },
  inapplicable: { 'a document without address': provisioning.remove('//parm[@name="ADDR"]') },
});
