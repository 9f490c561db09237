import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { addressUserInformation } from './address-user-information.ts';

testCheck(addressUserInformation, {
  fails: [
    'ADDR has user information before the host: "https://…@mdm.contoso.example/manage"',
    'ADDR has user information before the host: "https://…@elsewhere.example/manage"',
  ],
  passes: {
    'an @ in the path': provisioning.set('//parm[@name="ADDR"]/@value', 'https://mdm.contoso.example/@tenant?u=a@b'),
  },
  inapplicable: { 'a document without address': provisioning.remove('//parm[@name="ADDR"]') },
});
