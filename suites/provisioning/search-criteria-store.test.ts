import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaStore } from './search-criteria-store.ts';

testCheck(searchCriteriaStore, {
  fails: ['Stores is "My\\System"'],
  passes: { 'another letter case': provisioning.replace('Stores=My%5CUser', 'Stores=MY%5cuser') },
  inapplicable: {
    'a document without search criteria': provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
  },
});
