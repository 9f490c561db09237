import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteria } from './search-criteria.ts';

const criteria = '//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]';

testCheck(searchCriteria, {
  fails: [
    'The search criteria name "amp;Stores"',
    'Subject in the search criteria has an unescaped "="',
    'Stores in the search criteria has an unescaped "\\"',
    'The search criteria name only "Thumbprint"',
    '"My%5CUser" in the search criteria is no pair of name and value',
  ],
  alsoFails: {
    'a percent sign that escapes nothing': [
      provisioning.set(`${criteria}/@value`, 'Subject=100%'),
      'Subject in the search criteria has an unescaped "%"',
    ],
    'a comma in the name of a store': [
      provisioning.set(`${criteria}/@value`, 'Subject=CN%3DA&Stores=My%5CUser,My%5CSystem'),
      'Stores in the search criteria has an unescaped ","',
    ],
    'an empty text': [
      provisioning.set(`${criteria}/@value`, ''),
      '"" in the search criteria is no pair of name and value',
    ],
  },
  passes: {
    'digits in lower case': provisioning.set(`${criteria}/@value`, 'Subject=CN%3dContoso%2cO%3dA&Stores=MY%5cSystem'),
    'the store first': provisioning.set(`${criteria}/@value`, 'Stores=My%5CUser&Subject=CN%3DA'),
    'commas between RDNs, as MS-MDE2 2.2.9.5 prints them': provisioning.set(
      `${criteria}/@value`,
      'Subject=CN%3DTester,O%3DMicrosoft&Stores=My%5CUser',
    ),
    'a further criterion, which a device ignores': provisioning.set(
      `${criteria}/@value`,
      'Issuer=CN=Contoso CA&Subject=CN%3DA&Stores=My%5CUser',
    ),
    'several values': provisioning.set(`${criteria}/@value`, 'Subject=CN%3DA%EF%80%80CN%3DB&Stores=My%5CUser'),
  },
  inapplicable: { 'an account without criteria': provisioning.remove(criteria) },
});
