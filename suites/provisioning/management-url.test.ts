import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { managementUrl } from './management-url.ts';

const address = '//parm[@name="ADDR"]/@value';

testCheck(managementUrl, {
  fails: ['ADDR is "http://mdm.contoso.example/manage"', 'ADDR is "/manage"'],
  alsoFails: {
    'a host alone': [provisioning.set(address, 'mdm.contoso.example'), 'ADDR is "mdm.contoso.example"'],
    'a URL without host': [provisioning.set(address, 'https://'), 'ADDR is "https://"'],
  },
  passes: {
    'a port and a query': provisioning.set(address, 'HTTPS://mdm.contoso.example:8443/manage?tenant=1'),
  },
  inapplicable: {
    'a document without address': provisioning.remove('//parm[@name="ADDR"]'),
    'a MAM document': [
      provisioning.remove('//characteristic[@type="CertificateStore" or @type="APPAUTH"]'),
      provisioning.set(address, 'http://mdm.contoso.example/manage'),
    ],
  },
});
