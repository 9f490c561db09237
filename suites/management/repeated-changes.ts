import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { allCommands, nodeOf } from './shared/commands.ts';
import { sessionsOf } from './shared/sessions.ts';

const changes = ['Add', 'Replace', 'Exec'];

export const managementRepeatedChanges = defineCheck({
  id: 'management/repeated-changes',
  title: 'A change that a device confirmed is not sent again in its next session',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-36'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'each session writes the settings again; at a session a minute that was reported to fill the log of the device (fleetdm/fleet issue 43773)',
  },
  remedy: 'Keep what a device confirmed, and send what has changed since.',
  needs: { across: 'manage', atLeast: 2 },

  *judge(exchanges) {
    const confirmed = new Map<string, number>();
    for (const [number, session] of sessionsOf(exchanges).entries()) {
      for (const { managed, exchange } of session) {
        const device = `${exchange.label?.scenario ?? ''} ${exchange.label?.flow ?? managed.target ?? ''}`;
        for (const { name, items } of allCommands(managed.commands)) {
          if (!changes.includes(name)) continue;
          for (const item of items) {
            const change = `${device} ${name} ${nodeOf(item)} ${item.data ?? ''}`;
            const before = confirmed.get(change) ?? number;
            confirmed.set(change, before);
            if (before < number)
              yield { message: `${name} of ${item.target ?? ''} was sent in an earlier session`, at: item.node };
          }
        }
      }
    }
  },

  counterexamples: [{ name: 'the same change in each session', ...behaves({ sessions: 'repetitive' }) }],
});
