import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { code } from './code.ts';

testCheck(code, {
  fails: ['Code is "Server"', 'The fault has no Code'],
  alsoFails: { 'an empty code': [set('issue fault', '//s:Code/s:Value', ''), 'Code is ""'] },
  passes: { Sender: set('issue fault', '//s:Code/s:Value', 's:Sender') },
  inapplicable: {
    'an envelope that SOAP refuses': [
      set('issue fault', '//s:Code/s:Value', 's:VersionMismatch'),
      remove('issue fault', '//s:Subcode'),
      set('get-policies fault', '//s:Code/s:Value', 's:MustUnderstand'),
    ],
  },
});
