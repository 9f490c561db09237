import { behaves, provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewal } from './scenarios/renewal.ts';
import { renewedSearchCriteria } from './search-criteria.ts';

testCheck(renewedSearchCriteria, {
  scenarios: [renewal],
  fails: [/^The renewed certificate is for "CN=Another device", the device looks for "CN=.+"$/],
  passes: {
    'a certificate that is renewed for another key': behaves({ renewed: { otherKey: true } }),
  },
  inapplicable: {
    'a document without search criteria': provisioning.remove('//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]'),
    'criteria that did not find the first certificate either': provisioning.set(
      '//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]/@value',
      'Subject=CN%3DNobody&Stores=My%5CUser',
    ),
  },
});
