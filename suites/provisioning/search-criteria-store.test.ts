import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaStore } from './search-criteria-store.ts';

testCheck(searchCriteriaStore, {
  fails: ['Stores is "My\\System"', 'Stores is "Nowhere\\AtAll"'],
  passes: {
    'My\\User for a certificate of the device, as MS-MDE2 2.2.9.1 prints it': provisioning.set(
      '//characteristic[@type="My"]/characteristic[@type="User"]/@type',
      'System',
    ),
    'another letter case': provisioning.replace('Stores=My%5CUser', 'Stores=MY%5cuser'),
  },
  inapplicable: {
    'a document without search criteria': provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
  },
});
