import { requestPending } from './shared/request-pending.ts';
import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementPendingRequests = defineSessionTolerance({
  id: 'management/pending-requests',
  title: 'A device that asks for time is answered, and its session goes on',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['SYN-50'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'a device that still works on a command loses its session' },
  remedy: 'Answer the alert com.microsoft.mdm.requestpending by a Status, and keep the commands that are outstanding.',
  family: 'session-pending',
  applies: {
    when: 'the server sends commands',
    test: ({ managing }) => managing.commands.some(({ items }) => items.some(({ type }) => type === requestPending)),
  },
  refusals: { 'a server that wants Final': 'com.microsoft.mdm.requestpending' },
});
