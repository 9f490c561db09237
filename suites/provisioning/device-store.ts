import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isExcusedStore, readSearchCriteria } from './shared/search-criteria.ts';

/**
 * MS-MDE2 2.2.9.1 prints My\User for a certificate under My/System, and enrolled devices have My\System. Which of both a device
 * needs is not known, so this is advice.
 */
export const deviceStore = defineCheck({
  id: 'provisioning/device-store',
  title: 'Stores of SSLCLIENTCERTSEARCHCRITERIA names My\\System for a certificate of the device',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether a device looks in the store that it is told, where its certificate is not',
  },
  remedy: 'Name My%5CSystem for a certificate that the document puts under My/System.',
  needs: { each: 'issue' },
  applies: {
    when: 'the certificate is under My/System and the document has search criteria with Stores',
    test: ({ provisioning: document }) =>
      document.client.location === 'System' && readSearchCriteria(document)?.stores !== undefined,
  },

  *judge({ provisioning: document }) {
    const criteria = readSearchCriteria(document);
    if (criteria && isExcusedStore(criteria, document.client.location)) {
      const actual = criteria.stores?.join('", "') ?? '';
      yield { message: `Stores is "${actual}"`, at: criteria.node, expected: 'My\\System', actual };
    }
  },

  counterexamples: [
    {
      name: 'a certificate of the device that is searched for as that of the user',
      ...provisioning.set('//characteristic[@type="My"]/characteristic[@type="User"]/@type', 'System'),
    },
  ],
});
