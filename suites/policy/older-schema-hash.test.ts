import { remove, set } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { olderSchemaHash } from './older-schema-hash.ts';

testCheck(olderSchemaHash, {
  cleanIs: 'inapplicable',
  fails: ['hashAlgorithmOIDReference is "0" beside policySchema "2"'],
  passes: {
    'schema 1 without a hash': [
      set('get-policies', '//x:policySchema', '1'),
      remove('get-policies', '//x:hashAlgorithmOIDReference'),
    ],
  },
});
