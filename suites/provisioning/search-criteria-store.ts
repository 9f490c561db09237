import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { readSearchCriteria } from './shared/search-criteria.ts';

/**
 * The specification knows only My\User, but enrolled devices have My\System. The device reads either, and finds nothing
 * in a wrong one.
 */
export const searchCriteriaStore = defineCheck({
  id: 'provisioning/search-criteria-store',
  title: 'Stores of SSLCLIENTCERTSEARCHCRITERIA names the store that the document puts the certificate into',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['PROV-17'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180024', says: 'the device looks for its certificate in the wrong store' },
  remedy: 'Name My%5CUser or My%5CSystem, the one under which the document puts the certificate.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has search criteria with Stores',
    test: ({ provisioning: document }) => readSearchCriteria(document)?.stores !== undefined,
  },

  *judge({ provisioning: document }) {
    const criteria = readSearchCriteria(document);
    const expected = `My\\${document.client.location}`;
    if (criteria?.stores && !criteria.stores.some((store) => store.toLowerCase() === expected.toLowerCase())) {
      const actual = criteria.stores.join('", "');
      yield { message: `Stores is "${actual}"`, at: criteria.node, expected, actual };
    }
  },

  counterexamples: [
    {
      name: 'the store of the machine for a certificate of the user',
      ...provisioning.replace('Stores=My%5CUser', 'Stores=My%5CSystem'),
    },
  ],
});
