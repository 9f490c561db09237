import { testCheck } from '../../harness/testing/check-tester.ts';
import { fetchedEntities } from './fetched-entities.ts';
import { documentTypes } from './scenarios/document-types.ts';

testCheck(fetchedEntities, {
  scenarios: [documentTypes],
  fails: [
    /^The server fetched https:\/\/callback\.example\/[0-9a-f]{8}\/document-types-1, which the document type of the request names, 3 times$/,
  ],
  inconclusive: {
    'a server whose Discover fails': { on: 'discover', answer: { as: 'html' } },
  },
});
