import { replace, swap } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { schema } from './schema.ts';

testCheck(schema, {
  fails: [/TenantId/, /EnrollmentServiceUrl/, /four/],
  passes: {
    'another order': swap('discover', '//d:AuthPolicy'),
    'SOAP 1.1, which another check reports': replace('discover', namespaces.s, namespaces.s11),
  },
});
