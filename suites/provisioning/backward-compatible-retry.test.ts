import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { backwardCompatibleRetry } from './backward-compatible-retry.ts';

const parm = '//parm[@name="BACKCOMPATRETRYDISABLED"]';

testCheck(backwardCompatibleRetry, {
  fails: ['BACKCOMPATRETRYDISABLED is "false"'],
  passes: { 'an empty value': provisioning.attribute(parm, 'value', '') },
  inapplicable: { 'a document without it': provisioning.remove(parm) },
});
