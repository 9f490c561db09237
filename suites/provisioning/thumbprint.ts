import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { thumbprintFinding } from './shared/thumbprint-finding.ts';

/** The name under which the device files the certificate and looks for it. */
export const thumbprint = defineCheck({
  id: 'provisioning/thumbprint',
  title: 'Each certificate stands under its own SHA-1 thumbprint',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-05'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x8018001E',
    says: 'the device refuses the certificate under this name',
    evidence: witnesses.constants,
  },
  remedy: 'Name the characteristic of each certificate after the SHA-1 of its DER, as 40 hexadecimal digits.',
  needs: { each: 'issue' },

  *judge({ provisioning: document }) {
    yield* thumbprintFinding(document);
  },

  counterexamples: [
    {
      name: 'the thumbprint of another certificate',
      ...provisioning.set(
        '//characteristic[@type="My"]/characteristic[@type="User"]/characteristic[parm]/@type',
        '0123456789ABCDEF0123456789ABCDEF01234567',
      ),
    },
    {
      name: 'a name instead of a thumbprint',
      ...provisioning.set('//characteristic[@type="Root"]/characteristic/characteristic/@type', 'Reference Root'),
    },
  ],
});
