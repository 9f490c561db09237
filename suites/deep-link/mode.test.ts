import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { mode } from './mode.ts';

testCheck(mode, {
  fails: ['The link has no mode', 'mode is "enroll", which is no mode', '"mode" has no value'],
  passes: {
    'a mode in capitals': replace('deep-link-page', 'mode=mdm', 'mode=MDM'),
    'a join to Microsoft Entra ID': replace('deep-link-page', 'mode=mdm', 'mode=aadj'),
    'raw ampersands': replace('deep-link-page', 'mdm&amp;', 'mdm&'),
    'a mode that is not the first': replace(
      'deep-link-page',
      '?mode=mdm&amp;username',
      '?ownership=3&amp;mode=mdm&amp;u',
    ),
  },
  inconclusive: {
    'a page without a link': replace('deep-link-page', '<a href', '<a title'),
    'a link that a script makes': replace('deep-link-page', '<a href="', '<a title="" data-href="'),
  },
});
