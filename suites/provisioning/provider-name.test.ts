import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { providerName } from './provider-name.ts';

testCheck(providerName, {
  fails: [
    'DMClient/Provider holds "OtherMDM", PROVIDER-ID is "ReferenceMDM"',
    'DMClient/Provider holds "referencemdm", PROVIDER-ID is "ReferenceMDM"',
  ],
  alsoFails: {
    'an account of another server': [
      provisioning.set('//parm[@name="PROVIDER-ID"]/@value', 'OtherMDM'),
      'DMClient/Provider holds "ReferenceMDM", PROVIDER-ID is "OtherMDM"',
    ],
  },
  passes: {
    'the URI-encoded form': [
      provisioning.set('//parm[@name="PROVIDER-ID"]/@value', 'Contoso MDM'),
      provisioning.set('//characteristic[@type="Provider"]/characteristic/@type', 'Contoso%20MDM'),
    ],
    'the raw form': [
      provisioning.set('//parm[@name="PROVIDER-ID"]/@value', 'Contoso MDM 100%'),
      provisioning.set('//characteristic[@type="Provider"]/characteristic/@type', 'Contoso MDM 100%'),
    ],
  },
  inapplicable: {
    'an account without name': provisioning.remove('//parm[@name="PROVIDER-ID"]'),
    'a document without DMClient': provisioning.remove('//characteristic[@type="DMClient"]'),
  },
});
