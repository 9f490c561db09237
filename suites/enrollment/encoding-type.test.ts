import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { encodingType } from './encoding-type.ts';

const encoding = '//wsse:BinarySecurityToken/@EncodingType';

testCheck(encodingType, {
  fails: [
    /^EncodingType is "http:.*soap-message-security-1\.0#Base64Binary"$/,
    'BinarySecurityToken has no EncodingType',
  ],
  passes: { 'a padded encoding, which anyURI allows': set('issue', encoding, ` ${namespaces.wsse}#base64binary `) },
  inapplicable: { 'an answer without a token': remove('issue', '//wsse:BinarySecurityToken') },
});
