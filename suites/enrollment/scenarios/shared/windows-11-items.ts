import type { IssueStep } from '../../../../harness/device/client/steps.ts';
import { windows10 } from '../../../../harness/device/client/profile.ts';
import type { Profile } from '../../../../harness/device/client/profile.ts';
import { windows11 } from '../../../../harness/device/client/windows-11.ts';
import type { Variation } from '../../../../harness/device/run/family.ts';

/** A Windows 10 that tells these of the things that only Windows 11 tells. */
const withItems = (...names: readonly string[]): Profile => ({
  ...windows10,
  moreContext: { behind: windows11.moreContext.behind.filter(([name]) => names.includes(name)) },
});
const { macItems, osVersion, applicationVersion } = windows11;

const profiles: Readonly<Record<string, Profile>> = {
  'all that Windows 11 25H2 tells': windows11,
  'RequestVersion 9.0, whatever was advertised': withItems('RequestVersion'),
  'AttestationStatus and AttestationStatusHResult': withItems('AttestationStatus', 'AttestationStatusHResult'),
  'Manufacturer, DeviceModel and SerialNumber': withItems('Manufacturer', 'DeviceModel', 'SerialNumber'),
  '13 MAC items': { ...windows10, macItems },
  'an ApplicationVersion that is not the OSVersion': { ...windows10, osVersion, applicationVersion },
};

/** What Windows 11 25H2 tells and Windows 10 does not: all at once, and each thing alone, so that a finding names what was refused. */
export const windows11Variants: readonly Variation<IssueStep>[] = Object.entries(profiles).map(
  ([variant, profile]) => ({
    variant,
    family: 'windows-11-items',
    profile,
  }),
);
