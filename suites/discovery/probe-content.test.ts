import { header, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { probeContent } from './probe-content.ts';

testCheck(probeContent, {
  fails: ['The answer has no Content-Type', 'Content-Type is "text/plain; charset=UTF-8"', /^The body has \d+ bytes$/],
  passes: { 'the type with a charset': header('probe', 'Content-Type', 'Text/HTML; charset=utf-8') },
  inapplicable: { 'an answer without content': status('probe', 204) },
});
