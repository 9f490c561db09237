import { attribute, rename, replace, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { faultSchema } from './schema.ts';

testCheck(faultSchema, {
  fails: [
    "Element 's:Reason': This element is not expected. Expected is ( s:Code )",
    "Element '{urn:example}Reason': This element is not expected. Expected is ( s:Reason )",
    "Element 'error': This element is not expected",
  ],
  passes: {
    'another prefix': [
      replace('issue fault', 'xmlns:s="', 'xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:s="'),
      set('issue fault', '//s:Code/s:Value', 'soap:Receiver'),
    ],
    'a padded code': set('issue fault', '//s:Code/s:Value', ' s:Sender '),
    'a subcode in a namespace of its own': attribute('issue fault', '//s:Fault', 'xmlns:q', 'urn:example'),
    'a block in the header': rename('issue fault', '//diag:ActivityId', '{urn:example}Unknown'),
    'a lower-case fault beside one that is not': rename('issue fault', '//s:Fault', 'fault'),
  },
});
