import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { markup } from './markup.ts';

testCheck(markup, {
  fails: [
    /^The "&" before "username" is written "&amp;", which is markup/,
    'A browser reads "&para" in the link as another character',
    'A browser reads "&copy" in the link as another character',
  ],
  passes: {
    'a raw ampersand before a parameter': replace('deep-link-page', '&amp;username', '&username'),
    'a raw ampersand before a parameter that begins like a name of HTML': replace(
      'deep-link-page',
      '&amp;username',
      '&copy=1&amp;username',
    ),
    'an ampersand by its number': replace('deep-link-page', '&amp;username', '&#38;username'),
    'another mark that is escaped': replace('deep-link-page', 'mode=mdm', 'mode&#x3D;mdm'),
  },
});
