import { provisioning, reissue } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaPart } from './search-criteria-part.ts';

const criteria = '//parm[@name="SSLCLIENTCERTSEARCHCRITERIA"]';

testCheck(searchCriteriaPart, {
  fails: ['Subject is "CN=device", which is a part of "CN=device,O=Contoso"'],
  passes: {
    'the whole subject in another order': [
      reissue({ subject: 'CN=device,O=Contoso' }),
      provisioning.set(`${criteria}/@value`, 'Subject=O%3DContoso,CN%3Ddevice&Stores=My%5CUser'),
    ],
    'the whole subject beside a part': [
      reissue({ subject: 'CN=device,O=Contoso' }),
      provisioning.set(`${criteria}/@value`, 'Subject=CN%3Ddevice%EF%80%80CN%3Ddevice%2CO%3DContoso&Stores=My%5CUser'),
    ],
    'the name of something else, of which another check speaks': provisioning.set(
      `${criteria}/@value`,
      // As a recorded server has it.
      'Subject=CN%3DTODO&Stores=My%5CUser',
    ),
  },
  inapplicable: { 'a document without search criteria': provisioning.remove(criteria) },
});
