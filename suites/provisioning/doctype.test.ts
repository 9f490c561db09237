import { provisioning, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { provisioningDoctype } from './doctype.ts';

const before = (text: string) => provisioning.replace('<wap-provisioningdoc', `${text}<wap-provisioningdoc`);

testCheck(provisioningDoctype, {
  fails: [
    /^The document begins with <!DOCTYPE wap-provisioningdoc PUBLIC "-\/\/WAPFORUM\/\/DTD PROV 1\.0\/\/EN" ".+">$/,
  ],
  alsoFails: {
    'a name alone': [
      before('<!DOCTYPE wap-provisioningdoc>'),
      'The document begins with <!DOCTYPE wap-provisioningdoc>',
    ],
    'a system identifier after a comment': [
      before("<!-- for old phones -->\n<!DOCTYPE wap-provisioningdoc SYSTEM 'prov.dtd'>"),
      "The document begins with <!DOCTYPE wap-provisioningdoc SYSTEM 'prov.dtd'>",
    ],
  },
  passes: { 'a comment about one': before('<!-- <!DOCTYPE p> -->') },
  inapplicable: { 'a token that is not base64': set('issue', '//wsse:BinarySecurityToken', '%') },
});
