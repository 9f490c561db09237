import { defineSessionTolerance } from './shared/define-session-tolerance.ts';

export const managementSimultaneousSessions = defineSessionTolerance({
  id: 'management/simultaneous-sessions',
  title: 'Two devices hold sessions of the same SessionID at once',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['SYN-15'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'of two devices that ask at the same time, one is not managed' },
  remedy: 'Keep sessions apart by their device, and not by SessionID alone.',
  family: 'simultaneous-sessions',
  refusals: {},
  isSimultaneous: true,
  counterexamples: [
    {
      name: 'a server that knows one session of an id',
      on: 'manage',
      asked: '<SessionID>2</SessionID>',
      every: 2,
      status: 409,
    },
  ],
});
