import { testCheck } from '../../harness/testing/check-tester.ts';
import { searchCriteriaPresence } from './search-criteria-presence.ts';

testCheck(searchCriteriaPresence, { fails: ['APPLICATION has no SSLCLIENTCERTSEARCHCRITERIA'] });
