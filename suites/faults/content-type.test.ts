import { header } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { faultContentType } from './content-type.ts';

testCheck(faultContentType, {
  fails: ['Content-Type is "text/html; charset=utf-8"', 'The fault has no Content-Type'],
  passes: {
    'the type of SOAP 1.1': header('issue fault', 'Content-Type', 'text/xml;charset=utf-8'),
    'other letter case and parameters': header('issue fault', 'Content-Type', 'Application/SOAP+XML; action="urn:x"'),
  },
});
