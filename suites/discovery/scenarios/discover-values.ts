import type { DiscoverStep } from '../../../harness/device/client/steps.ts';
import { discoverFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

const request = '/s:Envelope/s:Body/d:Discover/d:request';

/** Editions that no list of products has: one to come, and the greatest number of the type. */
const editions = ['999', '4294967295'].map((osEdition): Variation<DiscoverStep> => ({
  family: 'os-editions',
  variant: `OSEdition ${osEdition}`,
  osEdition,
}));

const applicationVersions = ['0.0.0.0', '10.0.0.0', '99.0.0.0'].map((applicationVersion): Variation<DiscoverStep> => ({
  family: 'application-versions',
  variant: `ApplicationVersion ${applicationVersion}`,
  applicationVersion,
}));

/** MS-MDE2 lists WindowsHandheld for RequestSecurityToken, its schema of Discover does not. */
const deviceTypes: readonly Variation<DiscoverStep>[] = [
  { variant: 'DeviceType WindowsPhone', deviceType: 'WindowsPhone', family: 'device-types' },
  ...['WindowsHandheld', 'WindowsFuture'].map((deviceType): Variation<DiscoverStep> => ({
    family: 'device-types',
    variant: `DeviceType ${deviceType}`,
    deviceType,
    deviations: ['schema'],
    tolerated: true,
  })),
];

const orders = [
  ['AuthPolicies', 'OSEdition', 'ApplicationVersion', 'DeviceType', 'RequestVersion', 'EmailAddress'],
  ['EmailAddress', 'OSEdition', 'RequestVersion', 'DeviceType', 'ApplicationVersion', 'AuthPolicies'],
  ['RequestVersion', 'AuthPolicies', 'EmailAddress', 'OSEdition', 'DeviceType', 'ApplicationVersion'],
].map((discoverOrder): Variation<DiscoverStep> => ({
  family: 'element-orders',
  variant: `${discoverOrder[0] ?? ''} first and ${discoverOrder.at(-1) ?? ''} last`,
  style: { discoverOrder },
}));

/** The first is in a published sample, the second in none. */
const unknownElements = [
  '<OSVersion>10.0.19043.2364</OSVersion>',
  '<FutureElement><Value>1</Value></FutureElement>',
].map((xml): Variation<DiscoverStep> => ({
  family: 'unknown-elements',
  variant: `the element ${/\w+/.exec(xml)?.[0] ?? ''}`,
  edits: [{ xml: { op: 'append', at: request, xml } }],
  deviations: ['schema'],
  tolerated: true,
}));

/** White space around a number says nothing (XML Schema Part 2 section 4.3.6). */
const paddedNumbers: readonly Variation<DiscoverStep>[] = [
  { family: 'padded-numbers', variant: 'a blank before OSEdition', osEdition: ' 72' },
  { family: 'padded-numbers', variant: 'line breaks around RequestVersion', style: { padded: ['RequestVersion'] } },
];

const formats: readonly Variation<DiscoverStep>[] = [
  { family: 'value-formats', variant: 'OSEdition with leading zeros', osEdition: '0072' },
  { family: 'value-formats', variant: 'ApplicationVersion with an empty part', applicationVersion: '10.0.19043.' },
];

/** No value that Discover says about the device decides which services it gets. */
export const discoverValues = discoverFamily({
  id: 'discover-values',
  title: 'Discover is sent with valid or harmless values, elements and orders that a server may not know',
  variations: [
    ...editions,
    ...applicationVersions,
    ...deviceTypes,
    ...orders,
    ...unknownElements,
    ...paddedNumbers,
    ...formats,
  ],
});
