import { attribute, remove, set, swap } from '../../engine/rule/departures.ts';
import type { Departure } from '../../engine/rule/counterexample.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { Vary } from '../varied-run.ts';
import type { LawfulServer } from './lawful-server.ts';
import { rewriting } from './rewriting.ts';

const on = 'issue';
const silent = (at: string): readonly Departure[] => [
  set(on, at, ''),
  attribute(on, at, `{${namespaces.xsi}}nil`, 'true'),
];
const edit = (change: (text: string) => string): Vary => rewriting(on, change);
const token = '//wsse:BinarySecurityToken';

/** Servers with other envelopes around the provisioning document. */
export const enrollmentServers: readonly LawfulServer[] = [
  { name: 'has no DispositionMessage', departures: [remove(on, '//wstep:DispositionMessage')] },
  {
    name: 'has an empty DispositionMessage',
    departures: [set(on, '//wstep:DispositionMessage', ''), remove(on, '//wstep:DispositionMessage/@xml:lang')],
  },
  { name: 'has a nil DispositionMessage', departures: silent('//wstep:DispositionMessage') },
  {
    name: 'declares the language of all',
    vary: edit((text) =>
      text
        .replace(' xml:lang="en-US"', '')
        .replace('<RequestSecurityTokenResponse>', '<RequestSecurityTokenResponse xml:lang="fr">'),
    ),
  },
  { name: 'has no RequestID', departures: [remove(on, '//wstep:RequestID')] },
  { name: 'has a nil RequestID', departures: silent('//wstep:RequestID') },
  { name: 'has an empty RequestID', departures: [set(on, '//wstep:RequestID', '')] },
  { name: 'has a RequestID that is text', departures: [set(on, '//wstep:RequestID', 'a 7f/3')] },
  ...[1, 2, 3].map((index): LawfulServer => ({
    name: `has member ${index} of the response behind the next`,
    departures: [swap(on, `//wst:RequestSecurityTokenResponse/*[${index}]`)],
  })),
  { name: 'gives its token an id', departures: [attribute(on, token, `{${namespaces.u}}Id`, 'token-1')] },
  {
    name: 'pads the URIs of its token',
    departures: [
      set(
        on,
        '//wst:TokenType',
        '\n http://schemas.microsoft.com/5.0.0.0/ConfigurationManager/Enrollment/DeviceEnrollmentToken ',
      ),
    ],
  },
  {
    name: 'pads its token',
    vary: edit((text) => text.replace(/(<BinarySecurityToken[^>]*>)([^<]*)/, '$1\n    $2\n  ')),
  },
  {
    name: 'breaks the lines of its token',
    vary: edit((text) =>
      text.replace(
        /(<BinarySecurityToken[^>]*>)([^<]*)/,
        (_, tag: string, base64: string) => tag + base64.replaceAll(/.{76}/g, '$&\r\n'),
      ),
    ),
    advice: { 'enrollment/token-spacing': 'SHOULD' },
  },
  {
    name: 'has the context and lifetime of WS-Trust',
    vary: edit((text) =>
      text
        .replace('<RequestSecurityTokenResponse>', '<RequestSecurityTokenResponse Context="c1">')
        .replace(
          '</RequestSecurityTokenResponse>',
          '<Lifetime><u:Created>2026-01-15T09:30:00Z</u:Created><u:Expires>2027-01-15T09:30:00Z</u:Expires></Lifetime></RequestSecurityTokenResponse>',
        ),
    ),
  },
];
