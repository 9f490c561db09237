import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** One page of Microsoft's puts intermediates under My/User, the specification under CA/System. */
export const intermediateStore = defineCheck({
  id: 'provisioning/intermediate-store',
  title: 'Intermediate certificates stand under CA/System, not under My',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-07'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes the intermediate for a client certificate' },
  remedy: 'Put intermediate certificates under CertificateStore/CA/System.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const { store, location, node, certificate } of provisioning.certificates) {
      const isIntermediate = store === 'CA' || (store === 'My' && certificate.ca === true);
      if (isIntermediate && (store !== 'CA' || location !== 'System')) {
        yield {
          message: `An intermediate certificate is under ${store}/${location}`,
          at: node,
          expected: 'CA/System',
          actual: `${store}/${location}`,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'an intermediate under CA/User',
      ...provisioning.set('//characteristic[@type="CA"]/characteristic/@type', 'User'),
    },
    { name: 'an intermediate under My/System', ...provisioning.set('//characteristic[@type="CA"]/@type', 'My') },
  ],
});
