import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { trustedRoots } from './trusted-roots.ts';

testCheck(trustedRoots, {
  fails: ['The document has RootCATrustedCertificates at its top level'],
  passes: {
    'a characteristic of that name elsewhere': provisioning.append(
      '//characteristic[@type="Provider"]/characteristic',
      '<characteristic type="RootCATrustedCertificates"/>',
    ),
  },
});
