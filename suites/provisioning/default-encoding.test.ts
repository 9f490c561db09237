import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { defaultEncoding } from './default-encoding.ts';

const encoding = '//parm[@name="DEFAULTENCODING"]';

testCheck(defaultEncoding, {
  fails: ['DEFAULTENCODING is "application/xml"', 'DEFAULTENCODING is ""'],
  passes: { 'the binary encoding': provisioning.set(`${encoding}/@value`, 'application/vnd.syncml.dm+wbxml') },
  inapplicable: { 'the default': provisioning.remove(encoding) },
});
