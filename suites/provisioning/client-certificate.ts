import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { clientCertificateFinding } from './shared/client-certificate-finding.ts';

/** The device uses this certificate for management; with two, it is not known which one. */
export const clientCertificate = defineCheck({
  id: 'provisioning/client-certificate',
  title: 'The document holds exactly one client certificate, under My/User or My/System',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-03'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x80180024',
    says: 'the device finds no certificate for the key that it made',
    evidence: witnesses.constants,
  },
  remedy: 'Put one certificate, the one issued for the request, under CertificateStore/My/User or My/System.',
  needs: { each: 'issue' },

  *judge({ provisioning: document }) {
    yield* clientCertificateFinding(document);
  },

  counterexamples: [
    {
      name: 'no client certificate',
      ...provisioning.remove('//characteristic[@type="My"]/characteristic[@type="User"]'),
    },
    {
      name: 'a client certificate in a store that does not exist',
      ...provisioning.set('//characteristic[@type="My"]/characteristic[@type="User"]/@type', 'Device'),
    },
    {
      name: 'the client certificate twice',
      ...provisioning.duplicate('//characteristic[@type="My"]/characteristic[@type="User"]/characteristic[parm]'),
    },
  ],
});
