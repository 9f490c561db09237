import { provisioning } from '../../harness/engine/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaSubject } from './search-criteria-subject.ts';

testCheck(searchCriteriaSubject, {
  fails: [/^Subject is "CN=TODO", the certificate's is "CN=.+"$/, /^Subject is "CN==", the certificate's is "CN=.+"$/],
  inapplicable: {
    'a document without search criteria': provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
  },
});
