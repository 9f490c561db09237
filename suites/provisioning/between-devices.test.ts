import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { modernEnrollment } from '../enrollment/scenarios/modern-enrollment.ts';
import { repeatedRequest } from '../enrollment/scenarios/repeated-request.ts';
import { windowsEnrollment } from '../enrollment/scenarios/windows-enrollment.ts';
import { secondUser } from '../renewal/scenarios/second-user.ts';
import { provisioningChecks } from './index.ts';

const scenarios = [windowsEnrollment, modernEnrollment, repeatedRequest];
const secret = /^AAUTHSECRET is that of another device, in exchange \d+$/;

testCheckTable(provisioningChecks, {
  'provisioning/device-id-uniqueness': {
    scenarios,
    fails: [/^EntDMID is "00000000-0000-0000-0000-000000000001", as for another device in exchange \d+$/],
    inapplicable: { 'documents without EntDMID': provisioning.remove('//parm[@name="EntDMID"]') },
  },
  'provisioning/secret-uniqueness': {
    scenarios,
    fails: [secret, secret],
    inapplicable: { 'documents without secrets': provisioning.remove('//parm[@name="AAUTHSECRET"]') },
  },
  'provisioning/nonce-uniqueness': {
    scenarios,
    fails: [/^AAUTHDATA is that of another device, in exchange \d+$/],
    inapplicable: { 'documents without a nonce': provisioning.remove('//parm[@name="AAUTHDATA"]') },
    passes: {
      'one value that BASIC does not use': provisioning.replace(
        'DIGEST"/><parm name="AAUTHNAME"',
        'BASIC"/><parm name="AAUTHDATA" value="bm9uY2U="/><parm name="AAUTHNAME"',
      ),
    },
  },
  'provisioning/user-principal-name': {
    scenarios: [windowsEnrollment, secondUser],
    fails: [
      'UPN is "somebody.else@other-tenant.example", the user signed in as "user@contoso.example"',
      /^UPN is "user@contoso\.example" for the user "second@contoso\.example", as for "user@contoso\.example" in exchange \d+$/,
    ],
    passes: {
      'an address of the same person in another domain': {
        on: 'issue',
        asked: '>user@contoso.example<',
        provisioning: { op: 'set', at: '//parm[@name="UPN"]/@value', to: 'User@contoso.onmicrosoft.example' },
      },
      'another name in the same domain': {
        on: 'issue',
        asked: '>user@contoso.example<',
        provisioning: { op: 'set', at: '//parm[@name="UPN"]/@value', to: 'u4711@contoso.example' },
      },
    },
    inapplicable: {
      'documents without UPN': provisioning.remove('//parm[@name="UPN"]'),
      'a placeholder': provisioning.set('//parm[@name="UPN"]/@value', 'upn'),
    },
  },
});
