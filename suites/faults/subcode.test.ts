import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { subcode } from './subcode.ts';

testCheck(subcode, {
  fails: [
    'Subcode is "FailedAuthentication", none of the seven',
    'The fault has no Subcode',
    'Subcode is "0x80180002", none of the seven',
  ],
  passes: {
    'a subcode in another letter case': set('issue fault', '//s:Subcode/s:Value', 's:authentication'),
    'a subcode without a prefix': set('issue fault', '//s:Subcode/s:Value', 'Authentication'),
    'a subcode in the namespace of WCF': answer('issue fault', { as: 'fault', subcode: 'InternalServiceFault' }),
  },
  inapplicable: {
    'an envelope that SOAP refuses': [
      set('issue fault', '//s:Code/s:Value', 's:VersionMismatch'),
      remove('issue fault', '//s:Subcode'),
      set('get-policies fault', '//s:Code/s:Value', 's:MustUnderstand'),
    ],
  },
});
