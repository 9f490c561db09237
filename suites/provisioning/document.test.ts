import { set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { provisioningDocument } from './document.ts';

const token = '//wsse:BinarySecurityToken';

testCheck(provisioningDocument, {
  fails: [
    /^Not well-formed XML: .*\(line 1\)$/,
    'The root is provisioningdoc',
    'The root is in the namespace urn:example',
  ],
  alsoFails: {
    'an empty element': [set('issue', token, 'PHA+'), /^Not well-formed XML/],
    'a document type that declares something': [
      set('issue', token, Buffer.from('<!DOCTYPE p [<!ENTITY e "e">]><wap-provisioningdoc/>').toString('base64')),
      /DOCTYPE/,
    ],
  },
  passes: {
    'a document type that declares nothing': set(
      'issue',
      token,
      Buffer.from('<!DOCTYPE p SYSTEM "prov.dtd"><wap-provisioningdoc/>').toString('base64'),
    ),
    'a token on several lines': set(
      'issue',
      token,
      Buffer.from('<wap-provisioningdoc/>').toString('base64').replace(/.{8}/g, '$&\n'),
    ),
    'a byte order mark': set('issue', token, Buffer.from('\uFEFF<wap-provisioningdoc/>').toString('base64')),
  },
  inapplicable: { 'a token that is not base64': set('issue', token, '%') },
});
