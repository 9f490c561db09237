import { testCheck } from '../../harness/testing/check-tester.ts';
import { paddedContextItems } from './padded-context-items.ts';
import { contextItemVariants } from '../enrollment/scenarios/context-item-variants.ts';

testCheck(paddedContextItems, {
  scenarios: [contextItemVariants],
  fails: ['The server answered with a fault (MessageFormat)', 'The server answered with a fault (MessageFormat)'],
});
