import { answer, behaves } from '../../engine/rule/departures.ts';
import type { LawfulServer } from './lawful-server.ts';

/** Servers whose users sign in on a page, with tokens of other makes. */
export const tokenServers: readonly LawfulServer[] = [
  {
    name: 'remembers its tokens, which are random texts and live a minute',
    because: 'MS-MDE2 3.2 calls the token opaque, and no document says how long it lives',
    departures: [behaves({ tokenIsOpaque: true, tokenSeconds: 60 })],
  },
  {
    name: 'takes a token that it does not know for an unusable header',
    because:
      'MS-MDE2 2.2.10: InvalidSecurity is for a header that cannot be used; no document says which of the two a bad token is',
    departures: [
      behaves({ tokenIsOpaque: true }),
      answer('get-policies fault', { as: 'fault', subcode: 'InvalidSecurity' }),
      answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
    ],
  },
  {
    name: 'takes a token for one certificate',
    because: 'no document says how often a token may be used; Windows enrolls once for each sign-in',
    departures: [behaves({ tokenUses: 'one-issue' })],
  },
  {
    name: 'binds a token to the device that enrolls by it',
    because:
      'no document says how often a token may be used; GetPolicies and RequestSecurityToken of one device carry the same one',
    departures: [behaves({ tokenUses: 'one-device' })],
  },
];
