import { remove, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { memberNamespaces } from './member-namespaces.ts';

testCheck(memberNamespaces, {
  fails: [
    'RequestID is in the namespace http://docs.oasis-open.org/ws-sx/ws-trust/200512',
    'DispositionMessage is in the namespace http://schemas.microsoft.com/windows/pki/2009/01/enrollmentpolicy',
  ],
  alsoFails: {
    'a RequestID without namespace': [
      replace(
        'issue',
        '<RequestID xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment">',
        '<RequestID xmlns="">',
      ),
      'RequestID is in no namespace',
    ],
  },
  inapplicable: {
    'a response with neither': [remove('issue', '//wstep:RequestID'), remove('issue', '//wstep:DispositionMessage')],
  },
});
