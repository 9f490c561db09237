import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';

export const managementAddresses = defineCheck({
  id: 'management/addresses',
  title: 'The answer goes to the device that asked, from the server that it asked',
  level: 'SHOULD',
  basis: 'specification',
  requirements: ['SYN-05'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a message to another device or from another server' },
  remedy: 'Swap Target and Source of the message that you answer.',
  needs: { each: 'manage' },

  *judge({ managed, managing, at }) {
    for (const [name, actual, expected] of [
      ['Target', managed.target, managing.source],
      ['Source', managed.source, managing.target],
    ] as const) {
      if (expected === undefined || actual === expected) continue;
      const message = actual === undefined ? `SyncHdr has no ${name}` : `${name} is "${actual}"`;
      yield { message, at: at('body', managed.header?.path), expected, ...(actual === undefined ? {} : { actual }) };
    }
  },

  counterexamples: [
    { name: 'another device', ...set('manage', '/*/sync:SyncHdr/sync:Target/sync:LocURI', '0123456789ABCDEF') },
    { name: 'another server', ...set('manage', '/*/sync:SyncHdr/sync:Source/sync:LocURI', 'https://other.example/') },
  ],
});
