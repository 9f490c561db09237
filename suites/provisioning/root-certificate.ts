import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';

/** The device expects one chain, not a collection of authorities. */
export const rootCertificate = defineCheck({
  id: 'provisioning/root-certificate',
  title: 'The document delivers at most one root and one intermediate certificate',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['PROV-06'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what the device makes of several; Microsoft states a maximum of one each' },
  remedy: 'Deliver only the root and the intermediate that issued the client certificate.',
  needs: { each: 'issue' },

  *judge({ provisioning }) {
    for (const [store, what] of [
      ['Root', 'root'],
      ['CA', 'intermediate'],
    ]) {
      const found = provisioning.certificates.filter((certificate) => certificate.store === store);
      const [, second] = found;
      if (second) {
        yield {
          message: `The document delivers ${found.length} ${what ?? ''} certificates`,
          at: second.node,
          expected: 'at most 1',
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'two roots',
      ...provisioning.duplicate('//characteristic[@type="Root"]/characteristic[@type="System"]/characteristic'),
    },
    {
      name: 'two intermediates',
      ...provisioning.duplicate('//characteristic[@type="CA"]/characteristic[@type="System"]/characteristic'),
    },
  ],
});
