import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { rootStore } from './root-store.ts';

testCheck(rootStore, {
  fails: ['A root certificate is under Root/User', 'A root certificate is under CA/System'],
  passes: { 'a document without a root': provisioning.remove('//characteristic[@type="Root"]') },
});
