import type { Header } from '../../wire/exchange/exchange.ts';
import { windows10 } from './profile.ts';
import type { Profile } from './profile.ts';

/** The elements that the samples pad; a server has to trim their texts. */
const paddedAddresses = ['a:Action', 'a:To', 'a:Address', 'wst:TokenType', 'wst:RequestType'];

/** The requests that MS-MDE2 prints: padded addresses in upper case, a blank in the MessageID, comments, another order. */
export const specificationSample = {
  ...windows10,
  id: 'P2',
  name: 'the samples of MS-MDE2',
  messageIds: mapIds((id) => id.replace('urn:uuid:', 'urn:uuid: ')),
  namesDefaultPort: false,
  style: {
    padded: paddedAddresses,
    upperCase: ['a:To'],
    discoverOrder: ['EmailAddress', 'OSEdition', 'RequestVersion', 'DeviceType', 'ApplicationVersion', 'AuthPolicies'],
    comment: 'sample',
  },
} as const satisfies Profile;

/** The clients that the older pages of Microsoft Learn show. */
export const legacyDocumentation = {
  ...windows10,
  id: 'P3',
  name: 'the older documentation (Windows Phone)',
  requestVersion: '3.0',
  deviceType: 'WindowsPhone',
  probeHeaders: withUserAgent(windows10.probeHeaders, 'Windows Phone 8 Enrollment Client'),
  messageHeaders: withUserAgent(windows10.messageHeaders, 'Windows Enrollment Client'),
  namesDefaultPort: false,
  discoverNamesSystem: true,
} as const satisfies Profile;

/** The samples of certificate renewal: bodies in a default namespace, another prefix for the Security header. */
export const defaultNamespaces = {
  ...windows10,
  id: 'P4',
  name: 'the samples of certificate renewal (default namespaces)',
  style: { prefixes: { wst: '', wsse: 'o' } },
} as const satisfies Profile;

/** A future Windows: a server knows none of its versions and products. */
export const futureWindows = {
  ...windows10,
  id: 'P5',
  name: 'a future Windows',
  requestVersion: '9.0',
  osVersion: '99.0.0.0',
  applicationVersion: '99.0.0.0',
  osEdition: '999',
  deviceType: 'WindowsFuture',
  moreContext: { behind: [['FutureFlag', 'true']] },
} as const satisfies Profile;

/** Windows 8.1, which signs in through a web page only (MS-MDE 3.1.4.1.3.1). */
export const windows81 = {
  ...windows10,
  id: 'P6',
  name: 'Windows 8.1',
  authPolicies: ['Federated'],
  discoverIsLegacy: true,
} as const satisfies Profile;

function mapIds(change: (id: string) => string): Profile['messageIds'] {
  const { discover, getPolicies, requestSecurityToken } = windows10.messageIds;
  return {
    discover: change(discover),
    getPolicies: change(getPolicies),
    requestSecurityToken: change(requestSecurityToken),
  };
}

function withUserAgent(headers: readonly Header[], value: string): readonly Header[] {
  return headers.map(([name, own]) => [name, name === 'User-Agent' ? value : own]);
}
