import { defineCheck } from '../../harness/engine/check.ts';
import { provisioning } from '../../harness/engine/departures.ts';

/** The certificate that the device manages itself with: none is no enrollment, two leave the choice open. */
export const clientCertificate = defineCheck({
  id: 'provisioning/client-certificate',
  title: 'The document holds exactly one client certificate, under My/User or My/System',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['PROV-03'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x8018001E',
    says: 'the device has no certificate to manage itself with, or not the right one',
  },
  remedy: 'Put one certificate, the one issued for the request, under CertificateStore/My/User or My/System.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    const mine = provisioning.certificates.filter(({ store }) => store === 'My');
    const own = mine.length > 1 ? mine.filter(({ certificate }) => certificate.ca !== true) : mine;
    if (own.length !== 1) {
      yield {
        message: `The document holds ${own.length} client certificates`,
        at: own[1]?.node ?? provisioning.tree.root,
        expected: '1',
        actual: String(own.length),
      };
    }
    for (const { location, node } of own) {
      if (location !== 'User' && location !== 'System') {
        yield { message: `The client certificate is under My/${location}`, at: node, expected: 'My/User or My/System' };
      }
    }
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
