import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { isExcusedStore, namesStore, readSearchCriteria } from './shared/search-criteria.ts';

/**
 * The device searches the stores that it is told (MS-MDE2 2.2.9.5). The text knows only My\User, which the published document for a
 * certificate under My/System has too: `device-store` speaks of that one.
 */
export const searchCriteriaStore = defineCheck({
  id: 'provisioning/search-criteria-store',
  title: 'Stores of SSLCLIENTCERTSEARCHCRITERIA names the store that the document puts the certificate into',
  level: 'MUST',
  basis: 'interoperability',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether the device finds its certificate, which is in another store than the one it is told to search',
  },
  remedy: 'Name My%5CUser or My%5CSystem, the one under which the document puts the certificate.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has search criteria with Stores',
    test: ({ provisioning: document }) => readSearchCriteria(document)?.stores !== undefined,
  },

  *judge({ provisioning: document }) {
    const criteria = readSearchCriteria(document);
    const { location } = document.client;
    if (criteria?.stores && !namesStore(criteria, location) && !isExcusedStore(criteria, location)) {
      const actual = criteria.stores.join('", "');
      yield { message: `Stores is "${actual}"`, at: criteria.node, expected: `My\\${location}`, actual };
    }
  },

  counterexamples: [
    {
      name: 'the store of the machine for a certificate of the user',
      ...provisioning.replace('Stores=My%5CUser', 'Stores=My%5CSystem'),
    },
    { name: 'a store that no device has', ...provisioning.replace('Stores=My%5CUser', 'Stores=Nowhere%5CAtAll') },
  ],
});
