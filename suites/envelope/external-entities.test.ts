import { testCheck } from '../../harness/testing/check-tester.ts';
import { externalEntities } from './external-entities.ts';
import { documentTypes } from './scenarios/document-types.ts';

const told = 'The answer tells of the host "entity.mde-conformance.invalid", where an entity should be';

testCheck(externalEntities, {
  scenarios: [documentTypes],
  fails: [told, told],
  passes: {
    'a server that leaves entities out': { on: 'issue fault', asked: 'SYSTEM', answer: { as: 'control' } },
  },
});
