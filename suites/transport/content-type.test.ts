import { header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { contentType } from './content-type.ts';

testCheck(contentType, {
  fails: [
    'Content-Type is "text/xml; charset=utf-8"',
    'Content-Type is "application/soap+xml; charset=iso-8859-1"',
    'The answer has no Content-Type',
  ],
  passes: {
    'the type without a charset': header('discover', 'Content-Type', 'application/soap+xml'),
    'other letter case, quotes and an action': header(
      'issue',
      'Content-Type',
      'Application/SOAP+XML;action="urn:x";Charset="UTF-8"',
    ),
  },
});
