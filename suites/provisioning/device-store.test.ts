import { provisioning } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { deviceStore } from './device-store.ts';

const store = provisioning.set('//characteristic[@type="My"]/characteristic[@type="User"]/@type', 'System');

testCheck(deviceStore, {
  cleanIs: 'inapplicable',
  fails: ['Stores is "My\\User"'],
  passes: { 'the store of the device': [store, provisioning.replace('Stores=My%5CUser', 'Stores=MY%5CSystem')] },
  inapplicable: { 'criteria without Stores': [store, provisioning.replace('&amp;Stores=My%5CUser', '')] },
});
