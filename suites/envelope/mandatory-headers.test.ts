import { attribute, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { mandatoryHeaders } from './mandatory-headers.ts';

const mustUnderstand = `{${namespaces.s}}mustUnderstand`;

testCheck(mandatoryHeaders, {
  fails: ['ActivityId is marked mustUnderstand', 'Tenant is marked mustUnderstand'],
  passes: {
    'another block of WS-Addressing': attribute('discover', '//a:RelatesTo', mustUnderstand, '1'),
    'a block that need not be understood': attribute('discover', '//diag:ActivityId', mustUnderstand, '0'),
  },
  inapplicable: {
    'nothing marked': (['discover', 'get-policies', 'issue'] as const).map((kind) =>
      remove(kind, '//@s:mustUnderstand'),
    ),
  },
});
