import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { managementAddresses } from './management-addresses.ts';

const add = (name: string, value: string) =>
  provisioning.append(
    '//characteristic[@type="Provider"]/characteristic',
    `<parm name="${name}" value="${value}" datatype="string"/>`,
  );

testCheck(managementAddresses, {
  cleanIs: 'inapplicable',
  fails: [
    'ManagementServerAddressList has "http://b.contoso.example/"',
    'ManagementServiceAddress has "http://mdm.contoso.example/"',
    'ManagementServerAddressList has "mdm.contoso.example"',
  ],
  passes: {
    'a list in angle brackets': add(
      'ManagementServerAddressList',
      '&lt;https://a.contoso.example/x?y=1&gt;; &lt;HTTPS://b.contoso.example:8443/&gt;',
    ),
    'a single address': add('ManagementServiceAddress', 'https://mdm.contoso.example/'),
  },
  inapplicable: {
    'an empty list': add('ManagementServerAddressList', ''),
    'a MAM document': [
      provisioning.remove('//characteristic[@type="CertificateStore" or @type="APPAUTH"]'),
      add('ManagementServiceAddress', 'http://mdm.contoso.example/'),
    ],
  },
});
