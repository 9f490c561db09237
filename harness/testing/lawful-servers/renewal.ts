import { answer, append, behaves, remove, renewedProvisioning, set } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import type { LawfulServer } from './lawful-server.ts';

const container = '//characteristic[@type="PrivateKeyContainer"]';
const refusing = { as: 'fault', subcode: 'InvalidSecurity' } as const;
const asFault = (subcode: string, errorType?: string): Departure =>
  answer('renew fault', { as: 'fault', subcode, ...(errorType === undefined ? {} : { errorType }) });

/** Servers that renew in other ways. */
export const renewalServers: readonly LawfulServer[] = [
  {
    name: 'wants a UsernameToken in a renewal, whose password may be empty',
    departures: [{ on: 'renew', matching: '^(?![^]*UsernameToken)', answer: refusing }],
  },
  {
    name: 'wants no Security header in a renewal',
    departures: [{ on: 'renew', asked: 'UsernameToken', answer: refusing }],
    advice: { 'renewal/username-token': 'a client that keeps to MS-MDE2 sends one (REN-03)' },
  },
  {
    name: 'knows the ValueType of MS-MDE2 only',
    departures: [
      { on: 'renew', asked: 'pki/2009/01/enrollment#PKCS7', answer: { as: 'fault', subcode: 'MessageFormat' } },
    ],
    advice: { 'renewal/value-type': 'for information (REN-14)' },
  },
  {
    name: 'offers no renewal that a user triggers',
    departures: [{ on: 'renew', matching: '#PKCS7"[^>]*>TUlJ', answer: { as: 'fault', subcode: 'MessageFormat' } }],
  },
  {
    name: 'revokes the old certificate at once',
    departures: [behaves({ revokesRenewed: true })],
    advice: { 'renewal/replaced-certificate': 'an answer may be lost (REN-10)' },
  },
  { name: 'refuses renewals with Authorization', departures: [asFault('Authorization')] },
  { name: 'refuses renewals as not eligible', departures: [asFault('Authorization', 'NotEligibleToRenew')] },
  {
    name: 'brings nothing but the certificate',
    departures: [renewedProvisioning.remove('//characteristic[@type="APPLICATION"]')],
  },
  {
    name: 'has the container of the key beside the renewed certificate',
    departures: [
      renewedProvisioning.remove(container),
      renewedProvisioning.append('//characteristic[@type="User"]', '<characteristic type="PrivateKeyContainer"/>'),
    ],
  },
  {
    name: 'has no container of the key in a renewal',
    departures: [renewedProvisioning.remove(container)],
    advice: { 'renewal/private-key-container': 'published renewals have one (PROV-08)' },
  },
  {
    name: 'says again how it renews',
    departures: [
      renewedProvisioning.append(
        '//characteristic[@type="My"]',
        '<characteristic type="WSTEP"><characteristic type="Renew">' +
          '<parm name="ROBOSupport" value="true" datatype="boolean"/></characteristic></characteristic>',
      ),
    ],
  },
  { name: 'renews without DispositionMessage', departures: [remove('renew', '//wstep:DispositionMessage')] },
  { name: 'renews with an empty RequestID', departures: [set('renew', '//wstep:RequestID', '')] },
  {
    name: 'has a MessageID of its own in a renewal',
    departures: [
      append('renew', '//s:Header', '<a:MessageID>urn:uuid:6f0e1d3c-3a1c-4a55-9f41-0b1ad1b3b112</a:MessageID>'),
    ],
  },
  { name: 'renews with SHA-384', departures: [behaves({ renewed: { hash: 'sha384' } })] },
  { name: 'renews for longer', departures: [behaves({ renewed: { notAfterDays: 730 } })] },
];
