import { defineCheck } from '../../harness/engine/rule/check.ts';
import { remove, set } from '../../harness/engine/rule/departures.ts';
import { tokensIn } from './shared/responses.ts';
import { tokenAttributeFindings } from './shared/token-attribute.ts';

const provisioningDocument =
  'http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentProvisionDoc';

/** Tells the device that the token is a provisioning document and no bare certificate, as MS-WSTEP would have it. */
export const valueType = defineCheck({
  id: 'enrollment/value-type',
  title: 'ValueType of the token is the URI of DeviceEnrollmentProvisionDoc',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENR-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device takes a token of another kind; no recording shows one' },
  remedy: 'Send the ValueType of MS-MDE2 3.4.4.1.1.2 as an attribute without prefix.',
  needs: { each: ['issue', 'renew'] },
  applies: { when: 'the answer holds a token', test: ({ payload }) => tokensIn(payload).length > 0 },

  *judge({ payload }) {
    yield* tokenAttributeFindings(payload, 'ValueType', provisioningDocument);
  },

  counterexamples: [
    {
      name: 'the type of a certificate request',
      ...set(
        'issue',
        '//wsse:BinarySecurityToken/@ValueType',
        'http://schemas.microsoft.com/windows/pki/2009/01/enrollment#PKCS10',
      ),
    },
    { name: 'a token without type', ...remove('issue', '//wsse:BinarySecurityToken/@ValueType') },
  ],
});
