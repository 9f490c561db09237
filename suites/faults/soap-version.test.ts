import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { faultSoapVersion } from './soap-version.ts';

const text = [
  '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>',
  '<faultcode>s:Client.Authentication</faultcode><faultstring>The password is wrong</faultstring>',
  '</s:Fault></s:Body></s:Envelope>',
].join('');

testCheck(faultSoapVersion, {
  fails: ['The envelope is SOAP 1.1'],
  alsoFails: {
    'a fault of SOAP 1.1': [answer('get-policies fault', { as: 'text', text, contentType: 'text/xml' }), /SOAP 1\.1/],
  },
});
