import { answer, behaves } from '../../engine/rule/departures.ts';
import { withEntra, withTokens } from './plans.ts';
import type { VendorServer } from './vendor-server.ts';

/** Servers that take the token of a sign-in page, and what each of them makes of it (sign-in.md, sections 1.2 and 2.5). */
export const tokenServers: readonly VendorServer[] = [
  {
    name: 'accepts any token',
    run: { auth: 'federated', scenarios: withTokens, departures: [behaves({ tokenSkips: 'everything' })] },
    verdict: 'nonconformant',
    fails: [
      'authentication/changed-token',
      'authentication/token-signature',
      'authentication/expired-token',
      'authentication/token-audience',
    ],
    causes: ['unverified-tokens'],
    advice: [],
    open: [],
    first: [/Any token is accepted/],
  },
  {
    name: 'does not check the signature of its JSON Web Tokens',
    run: { auth: 'federated', scenarios: withTokens, departures: [behaves({ tokenSkips: 'signature' })] },
    verdict: 'nonconformant',
    fails: ['authentication/changed-token', 'authentication/token-signature'],
    causes: ['unverified-token-signature'],
    advice: [],
    open: [],
    first: [/The signature of a token is not verified/],
  },
  {
    name: 'believes a JSON Web Token that says none',
    run: { auth: 'federated', scenarios: withTokens, departures: [behaves({ tokenSkips: 'algorithm' })] },
    verdict: 'nonconformant',
    fails: ['authentication/token-signature'],
    advice: [],
    open: [],
    first: [/without its signature/],
  },
  {
    name: 'gives a user the same token each time',
    run: { auth: 'federated', scenarios: withTokens, departures: [behaves({ tokenIsStatic: true })] },
    verdict: 'conformant',
    fails: [],
    advice: ['authentication/token-uniqueness'],
    open: [],
    first: [/that of the sign-in before/],
  },
  {
    name: 'does not check the signature of a token of Microsoft Entra',
    run: { auth: 'entra', scenarios: withEntra, departures: [behaves({ entraSkips: 'signature' })] },
    verdict: 'nonconformant',
    fails: ['authentication/terms-token', 'authentication/entra-signature'],
    advice: [],
    open: [],
    first: [/signature/],
  },
  {
    name: 'accepts its terms of use without a blob',
    run: { auth: 'entra', scenarios: withEntra, departures: [behaves({ termsPage: 'accepts-without-blob' })] },
    verdict: 'nonconformant',
    fails: ['authentication/terms-acceptance'],
    advice: [],
    open: [],
    first: [/OpaqueBlob/],
  },
  {
    name: 'refuses at enrollment the token that its policies accept',
    run: {
      auth: 'federated',
      scenarios: withTokens,
      departures: [answer('issue', { as: 'fault', subcode: 'Authentication' })],
    },
    verdict: 'nonconformant',
    fails: ['enrollment/answer', 'enrollment/credential-agreement'],
    causes: ['refused-credential-of-policies'],
    advice: [],
    open: ['provisioning/chain'],
    first: [/refuses the credential that the policy service accepts/],
  },
];
