import { testCheck } from '../../harness/testing/check-tester.ts';
import { serverStates } from './scenarios/server-states.ts';
import { stateAuthorization } from './state-authorization.ts';

testCheck(stateAuthorization, {
  scenarios: serverStates.filter(({ state }) => state === 'authorization'),
  fails: ['The server accepted the request', /^The server refused with HTTP 500 with an HTML page/],
  passes: {
    'a refusal for another reason': {
      on: 'issue fault',
      asked: 'blocked@contoso.example',
      answer: { as: 'fault', subcode: 'MessageFormat' },
    },
  },
});
