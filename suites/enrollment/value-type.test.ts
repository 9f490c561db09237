import { attribute, remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { valueType } from './value-type.ts';

const token = '//wsse:BinarySecurityToken';
const type = 'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc';

testCheck(valueType, {
  fails: [
    'ValueType is "http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10"',
    'BinarySecurityToken has no ValueType',
  ],
  alsoFails: {
    'an attribute in the namespace of its element': [
      [remove('issue', `${token}/@ValueType`), attribute('issue', token, `{${namespaces.wsse}}ValueType`, type)],
      'BinarySecurityToken has no ValueType',
    ],
  },
  passes: { 'a padded type, which anyURI allows': set('issue', `${token}/@ValueType`, ` ${type} `) },
  inapplicable: { 'an answer without a token': remove('issue', token) },
});
