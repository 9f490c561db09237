import { attribute, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { dispositionLanguage } from './disposition-language.ts';

const message = '//wstep:DispositionMessage';

testCheck(dispositionLanguage, {
  fails: ['DispositionMessage "Issued" has no xml:lang', 'DispositionMessage "Issued" has no xml:lang'],
  passes: {
    'a language for the whole response': [
      remove('issue', `${message}/@xml:lang`),
      attribute('issue', '//wst:RequestSecurityTokenResponse', 'xml:lang', 'en'),
    ],
  },
  inapplicable: {
    'an empty message, as in the published samples': set('issue', message, ' '),
    'a response without a message': remove('issue', message),
  },
});
