import { attribute, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { requestId } from './request-id.ts';

const id = '//wstep:RequestID';

testCheck(requestId, {
  fails: [String.raw`RequestID is "0\n\t\t"`],
  passes: {
    'another id': set('issue', id, '4711'),
    'a nil id': [set('issue', id, ''), attribute('issue', id, `{${namespaces.xsi}}nil`, 'true')],
  },
  inapplicable: { 'a response without an id': remove('issue', id) },
});
