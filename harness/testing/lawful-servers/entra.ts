import { answer, behaves } from '../../engine/rule/departures.ts';
import type { TermsPage } from '../../engine/rule/entra-behaviour.ts';
import type { LawfulServer } from './lawful-server.ts';

const page = (name: string, termsPage: TermsPage): Omit<LawfulServer, 'auth'> => ({
  name,
  because: 'Azure AD integration with MDM, "Terms of Use endpoint": what leads to IsAccepted=true is up to the server',
  departures: [behaves({ termsPage })],
});

const servers: readonly Omit<LawfulServer, 'auth'>[] = [
  page('accepts its terms without a question', 'direct'),
  page('has links in place of buttons', 'links'),
  page('redirects to the page of its terms', 'redirects'),
  {
    name: 'takes a wrong token of Microsoft Entra for an unusable header',
    because:
      'MS-MDE2 2.2.10: InvalidSecurity is for a header that cannot be used; no document says which of the two a bad token is',
    departures: [
      answer('get-policies fault', { as: 'fault', subcode: 'InvalidSecurity' }),
      answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
    ],
  },
];

/** Servers where devices join Microsoft Entra. */
export const entraServers: readonly LawfulServer[] = servers.map((server) => ({ ...server, auth: 'entra' }));
