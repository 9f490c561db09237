import { issueFamily } from '../../../harness/device/run/family.ts';
import { beside, without, written } from './shared/context-items.ts';
import { windows11Variants } from './shared/windows-11-items.ts';

const upperFirst = (word: string): string => word.replace(/^./, (first) => first.toUpperCase());
const dashed = (id: string): string => id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');

/** What devices tell of themselves in other ways: older and newer ones, with other hardware, and those of published samples. */
export const contextItemVariants = issueFamily({
  id: 'context-item-variants',
  title: 'One device enrolls again and again, each time with other ContextItems',
  variations: [
    ...['Locale', 'HWDevID', 'UXInitiated', 'NotInOobe'].map((name) => ({
      variant: `without ${name}`,
      family: 'absent-context-items',
      contextItems: without(name),
    })),
    ...['MAC', 'TargetedUserLoggedIn'].map((name) => ({
      variant: `without ${name}`,
      family: 'spare-context-items',
      contextItems: without(name),
    })),
    {
      variant: 'MAC with colons, one of them twice',
      family: 'repeated-context-items',
      contextItems: written(['MAC'], (mac) => mac.replaceAll('-', ':')),
    },
    {
      variant: 'two IMEI, one with dashes',
      family: 'repeated-context-items',
      contextItems: beside(['IMEI', '490154203237518'], ['IMEI', '35-209900-176148-1']),
    },
    {
      variant: 'an unknown ContextItem',
      family: 'unknown-context-items',
      contextItems: beside(['FutureFlag', 'true']),
    },
    {
      variant: 'HWDevID in lower case',
      family: 'hardware-id-variants',
      contextItems: written(['HWDevID'], (id) => id.toLowerCase()),
    },
    {
      variant: 'HWDevID with a blank behind it',
      family: 'hardware-id-variants',
      contextItems: written(['HWDevID'], (id) => `${id} `),
    },
    {
      variant: 'DeviceID with dashes',
      family: 'device-id-variants',
      contextItems: written(['DeviceID'], dashed),
      ownSignIn: true,
    },
    {
      variant: 'True and False with a capital letter',
      family: 'boolean-variants',
      contextItems: written(['UXInitiated', 'TargetedUserLoggedIn', 'NotInOobe'], upperFirst),
    },
    {
      variant: 'OSEdition with a blank before it',
      family: 'padded-context-items',
      contextItems: written(['OSEdition'], (edition) => ` ${edition}`),
    },
    {
      variant: 'OSVersion between line breaks',
      family: 'padded-context-items',
      contextItems: written(['OSVersion'], (version) => `\n    ${version}\n  `),
    },
    {
      variant: 'EnrollmentType Device',
      family: 'device-enrollment',
      contextItems: written(['EnrollmentType'], () => 'Device'),
    },
    ...[
      ['Pro', '48'],
      ['Home', '101'],
      ['Education', '121'],
    ].map(([edition = '', number = '']) => ({
      variant: `OSEdition ${number} (${edition})`,
      family: 'os-editions-enrolling',
      contextItems: written(['OSEdition'], () => number),
    })),
    {
      variant: 'DeviceName outside of ASCII',
      family: 'device-name-encoding',
      contextItems: written(['DeviceName'], (name) => `${name} Zoë 東京`),
    },
    ...['WindowsPhone', 'WindowsHandheld'].map((type) => ({
      variant: `DeviceType ${type}`,
      family: 'device-types',
      contextItems: written(['DeviceType'], () => type),
    })),
    ...windows11Variants,
  ],
});
