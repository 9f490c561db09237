import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { reasonLanguage } from './reason-language.ts';

testCheck(reasonLanguage, {
  fails: ['The Text has no xml:lang', 'xml:lang is "en_US.UTF-8"'],
  alsoFails: { 'an empty language': [set('issue fault', '//s:Text/@xml:lang', ''), 'xml:lang is ""'] },
  passes: { 'a tag with a script': set('issue fault', '//s:Text/@xml:lang', 'zh-Hant-TW') },
  inapplicable: {
    'a fault without a Reason': [remove('issue fault', '//s:Reason'), remove('get-policies fault', '//s:Reason')],
  },
});
