import { close, header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { plainDiscovery } from './plain-discovery.ts';

testCheck(plainDiscovery, {
  fails: [
    'Plain HTTP is answered with HTTP 200',
    'Location is "http://enroll.contoso.example/EnrollmentServer/Discovery.svc"; a device shows 0x8018001A',
    'Location is "/EnrollmentServer/Discovery.svc"',
    'The redirect has no Location',
  ],
  passes: {
    'a redirect to another host': header('plain-probe', 'Location', 'https://mdm.example:8443/a'),
    'a redirect that keeps the method': status('plain-probe', 308),
  },
  inapplicable: {
    'nobody who listens': close('plain-probe'),
    'a page that is not there': status('plain-probe', 404),
    'a demand for TLS': status('plain-probe', 426),
  },
});
