import { remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { headerNamespaces } from './header-namespaces.ts';

testCheck(headerNamespaces, {
  fails: ['ActivityId is in no namespace'],
  passes: { 'no ActivityId': remove('discover', '//diag:ActivityId') },
  inapplicable: {
    'answers without header blocks': (['discover', 'get-policies', 'issue'] as const).map((kind) =>
      remove(kind, '/s:Envelope/s:Header/*'),
    ),
  },
});
