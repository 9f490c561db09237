import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { uniqueEntries } from './unique-entries.ts';

testCheck(uniqueEntries, {
  fails: [
    /^Certificate Root\/System\/[0-9A-F]{40} stands in the document again$/,
    'APPLICATION w7 stands in the document again',
    'Provider ReferenceMDM stands in the document again',
  ],
  passes: {
    'two CertificateStore characteristics': provisioning.append(
      '/wap-provisioningdoc',
      '<characteristic type="CertificateStore"><characteristic type="CA"/></characteristic>',
    ),
  },
});
