import { behaves, renewedProvisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { renewalDocument } from './document.ts';

const container = '//characteristic[@type="PrivateKeyContainer"]';

testCheck(renewalDocument, {
  fails: [
    "Not well-formed XML: EntityRef: expecting ';' (line 1)",
    'The root is provisioningdoc',
    'The document holds 0 client certificates',
    'The document holds 2 client certificates',
    'The client certificate is under My/Device',
    'The certificate is not one line of base64',
    'EncodedCertificate is no DER certificate',
  ],
  passes: {
    'a certificate that calls itself an authority': behaves({ renewed: { ca: true } }),
    'a document without the account': renewedProvisioning.remove('//characteristic[@type="APPLICATION"]'),
    'a PrivateKeyContainer beside the certificate': [
      renewedProvisioning.remove(container),
      renewedProvisioning.append('//characteristic[@type="User"]', '<characteristic type="PrivateKeyContainer"/>'),
    ],
  },
});
