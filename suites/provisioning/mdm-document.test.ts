import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { mdmDocument } from './mdm-document.ts';

testCheck(mdmDocument, {
  fails: ['The document has neither a CertificateStore nor an APPAUTH'],
  passes: {
    'certificates without credentials': provisioning.remove('//characteristic[@type="APPAUTH"]'),
    'credentials without certificates': provisioning.remove('//characteristic[@type="CertificateStore"]'),
  },
});
