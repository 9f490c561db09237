import { replace } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { soapVersion } from './soap-version.ts';

testCheck(soapVersion, {
  fails: [
    'The envelope is in namespace http://schemas.xmlsoap.org/soap/envelope/',
    'The envelope is in namespace http://schemas.xmlsoap.org/soap/envelope/',
  ],
  passes: { 'SOAP 1.1 in the answer that has a check of its own': replace('issue', namespaces.s, namespaces.s11) },
});
