import type { DiscoverStep } from '../../../harness/device/client/steps.ts';
import { discoverFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

/** The versions of MS-MDE2 section 3.1.4.1.3.1, by the family whose check judges them. */
const documented = {
  'older-request-versions': ['1.0', '2.0', '3.0'],
  'request-versions': ['4.0', '5.0', '6.0', '7.0'],
};
/** Windows 11 25H2 sends 9.0; no Windows sends 42.0. */
const newer = { 'newer-request-versions': ['8.0', '9.0'], 'future-request-versions': ['42.0'] };
/** One decimal, the first spelling as Windows has it. */
const spellings = { usual: '4.0', short: '4', long: '04.00', signed: '+4.0' };

/** A client of each version of Windows, of those to come too. */
export const discoverVersions = discoverFamily({
  id: 'discover-versions',
  title: 'Discover is sent with each documented RequestVersion, with newer ones, and with other spellings of one',
  variations: [
    ...Object.entries(documented).flatMap(([family, versions]) =>
      versions.map((version) => variation(family, `RequestVersion ${version}`, version)),
    ),
    ...Object.entries(newer).flatMap(([family, versions]) =>
      versions.map((version) => variation(family, `newer RequestVersion ${version}`, version)),
    ),
    ...Object.entries(spellings).map(([form, version]) =>
      variation('version-spellings', `RequestVersion in its ${form} form, ${version}`, version),
    ),
  ],
});

function variation(family: string, variant: string, requestVersion: string): Variation<DiscoverStep> {
  return { family, variant, requestVersion };
}
