import { behaves, provisioning, status } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { announcedEncoding } from './announced-encoding.ts';

const encoding = '//parm[@name="DEFAULTENCODING"]';
const refused = 'A message in application/vnd.syncml.dm+xml, as the document announces it, got';

testCheck(announcedEncoding, {
  fails: [`${refused} HTTP 415`, `${refused} Status 415 for SyncHdr`],
  passes: { 'a server that asks for no proof': behaves({ proof: 'unasked' }) },
  inapplicable: { 'the default': provisioning.remove(encoding) },
  inconclusive: {
    'the binary encoding': provisioning.set(`${encoding}/@value`, 'application/vnd.syncml.dm+wbxml'),
    'a refusal for another reason': status('manage fault', 400),
    'a document that cannot be read': provisioning.replace('<wap-provisioningdoc', '<wap'),
  },
});
