import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { nodeOf } from './shared/commands.ts';

const settings = '/certificatestore/my/wstep/renew/';

export const managementRenewalSettings = defineCheck({
  id: 'management/renewal-settings',
  title: 'Settings of the renewal are sent in an Atomic',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-58'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does with settings that come one by one' },
  remedy: 'Send ROBOSupport, RenewPeriod and RetryInterval in one Atomic.',
  needs: { each: 'manage' },

  *judge({ managed }) {
    for (const { name, items } of managed.commands) {
      if (name !== 'Add' && name !== 'Replace') continue;
      for (const item of items) {
        if (nodeOf(item).includes(settings))
          yield { message: `${name} of ${item.target ?? ''} is in no Atomic`, at: item.node };
      }
    }
  },

  counterexamples: [{ name: 'a setting by itself', ...behaves({ sends: 'renewal-settings' }) }],
});
