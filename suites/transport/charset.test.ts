import { addHeader, header, replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { charset } from './charset.ts';

testCheck(charset, {
  fails: [
    'Content-Type is "application/soap+xml; charset=utf-16", and as utf-16 the answer cannot be read',
    'Content-Type is "application/soap+xml; charset="utf-16le"", and as utf-16le the answer cannot be read',
  ],
  passes: {
    'a charset in which ASCII is the same, which another check advises against': [
      header('discover', 'Content-Type', 'application/soap+xml; charset=iso-8859-1'),
    ],
    'a label that this tool does not know': header('issue', 'Content-Type', 'application/soap+xml; charset=x-vendor'),
    'a second type without a charset': addHeader('discover', 'Content-Type', 'text/html'),
    'a byte order mark, which goes before the label': [
      replace('discover', '<s:Envelope', '\uFEFF<s:Envelope'),
      header('discover', 'Content-Type', 'application/soap+xml; charset=utf-16'),
    ],
    'a charset in the name of an action': header(
      'discover',
      'Content-Type',
      'application/soap+xml; action="urn:a; charset=utf-16"',
    ),
  },
});
