import { attribute, remove } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { relationshipType } from './relationship-type.ts';

const relatesTo = '//a:RelatesTo';

testCheck(relationshipType, {
  fails: ['RelationshipType is "wsa:Reply"'],
  passes: {
    'the type that is the default': attribute(
      'issue',
      relatesTo,
      'RelationshipType',
      'http://www.w3.org/2005/08/addressing/reply',
    ),
  },
  inapplicable: {
    'answers without RelatesTo': [
      remove('discover', relatesTo),
      remove('get-policies', relatesTo),
      remove('issue', relatesTo),
    ],
  },
});
