import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { remove, rename, replace, swap } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { enrollmentSchema } from './schema.ts';

testCheck(enrollmentSchema, {
  fails: [/Vendor/, /RequestedSecurityToken/, /RequestedSecurityToken/, /RequestID/],
  passes: {
    'other members in another order': swap('issue', '//wst:TokenType'),
    'a response with nothing but its token': [
      remove('issue', '//wstep:RequestID'),
      remove('issue', '//wstep:DispositionMessage'),
    ],
    'an envelope of SOAP 1.1, which another check reports': replace('issue', namespaces.s, namespaces.s11),
    'other prefixes': rename('issue', '//wstep:RequestID', `{${namespaces.wstep}}RequestID`),
  },
});
