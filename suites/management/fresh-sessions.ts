import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementFreshSessions = defineSessionTolerance({
  id: 'management/fresh-sessions',
  title: 'A session with the SessionID of one that was left begins anew',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-43'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'SessionIDs wrap and repeat, so that a later session of a device is refused' },
  remedy: 'Drop what is left of a session when its device sends MsgID 1 again.',
  family: 'session-again',
  refusals: {},
  counterexamples: [
    {
      name: 'a server that refuses a SessionID it knows',
      on: 'manage',
      asked: '<SessionID>L1</SessionID>',
      status: 409,
    },
  ],
});
