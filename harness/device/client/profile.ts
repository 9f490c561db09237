import type { Header } from '../../wire/exchange/exchange.ts';
import type { MessageStyle } from './message-style.ts';
import type { MoreContext } from './more-context.ts';

/** An authentication method as Discover names it (MS-MDE2 3.1.4.1.3.1). */
export type AuthPolicy = 'OnPremise' | 'Federated' | 'Certificate';

/** How one kind of Windows client writes its requests. It is data only, so another client is another value. */
export interface Profile {
  /** Short id for options and recordings: `P1`. */
  readonly id: string;
  /** For people. */
  readonly name: string;
  readonly requestVersion: string;
  /** The policies that it offers by default, in order. */
  readonly authPolicies: readonly AuthPolicy[];
  readonly deviceType: string;
  readonly osVersion: string;
  readonly applicationVersion: string;
  /** Decimal PRODUCT_* value (MS-MDE2 2.2.9.6). */
  readonly osEdition: string;
  readonly locale: string;
  /** How many MAC items it sends; Windows names an adapter again for each protocol that is bound to it. */
  readonly macItems: number;
  /** The client never changes these, so a server must not take a repeated one for a replay. */
  readonly messageIds: {
    readonly discover: string;
    readonly getPolicies: string;
    readonly requestSecurityToken: string;
  };
  /** Header fields of the discovery GET, without Host. */
  readonly probeHeaders: readonly Header[];
  /** Header fields of each POST, without Host and Content-Length. */
  readonly messageHeaders: readonly Header[];
  /** Whether `a:To` of Discover names the port even if it is the default port. */
  readonly namesDefaultPort: boolean;
  /** How it writes its messages, if it differs from Windows 10. */
  readonly style?: MessageStyle;
  /** Whether Discover also names the version of the operating system, which the schema does not allow. */
  readonly discoverNamesSystem?: true;
  /** Whether Discover has the form of Windows 8.1, which the schema of Windows 10 does not allow. */
  readonly discoverIsLegacy?: true;
  /** What it tells of itself besides the context items of Windows 10. */
  readonly moreContext?: MoreContext;
  /** The same where Discover was answered with this EnrollmentVersion, in place of `moreContext`. */
  readonly moreContextAt?: Readonly<Record<string, MoreContext>>;
}

const cacheHeaders: readonly Header[] = [
  ['Cache-Control', 'no-cache'],
  ['Pragma', 'no-cache'],
];

/** Windows 10 21H1 with on-premise authentication, as its published traffic shows it. */
export const windows10 = {
  id: 'P1',
  name: 'Windows 10 (10.0.19043)',
  requestVersion: '4.0',
  authPolicies: ['OnPremise', 'Federated'],
  deviceType: 'CIMClient_Windows',
  osVersion: '10.0.19043.2364',
  applicationVersion: '10.0.19043.2364',
  osEdition: '72',
  locale: 'en-US',
  macItems: 3,
  messageIds: {
    discover: 'urn:uuid:748132ec-a575-4329-b01b-6171a9cf8478',
    getPolicies: 'urn:uuid:72048B64-0F19-448F-8C2E-B4C661860AA0',
    requestSecurityToken: 'urn:uuid:0d5a1441-5891-453b-becf-a2e5f6ea3749',
  },
  probeHeaders: [...cacheHeaders, ['User-Agent', 'ENROLLClient']],
  messageHeaders: [
    ...cacheHeaders,
    ['Content-Type', 'application/soap+xml; charset=utf-8'],
    ['User-Agent', 'ENROLLClient'],
  ],
  namesDefaultPort: true,
} as const satisfies Profile;
