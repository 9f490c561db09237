import { defineCheck } from '../../harness/engine/rule/check.ts';
import { renewedProvisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { thumbprintFinding } from '../provisioning/shared/thumbprint-finding.ts';

/** The name under which the device files the certificate and looks for it. */
export const renewedThumbprint = defineCheck({
  id: 'renewal/thumbprint',
  title: 'The renewed certificate stands under its own SHA-1 thumbprint',
  level: 'MUST',
  basis: 'specification',
  requirements: ['REN-12', 'PROV-05'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x8018001E',
    says: 'the device refuses the certificate under this name, and keeps the one that expires',
    evidence: witnesses.constants,
  },
  remedy: 'Name the characteristic of the new certificate after the SHA-1 of its DER, as 40 hexadecimal digits.',
  needs: { each: 'renew' },

  *judge({ provisioning }) {
    yield* thumbprintFinding(provisioning);
  },

  counterexamples: [
    {
      name: 'another thumbprint',
      ...renewedProvisioning.set(
        '//characteristic[@type="User"]/characteristic/@type',
        '0123456789ABCDEF0123456789ABCDEF01234567',
      ),
    },
  ],
});
