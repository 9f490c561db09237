import type { DiscoverStep } from '../../../harness/device/client/steps.ts';
import { discoverFamily } from '../../../harness/device/run/family.ts';
import type { Variation } from '../../../harness/device/run/family.ts';

/** Every version of MS-MDE2 section 3.1.4.1.3.1. */
const documented = ['1.0', '2.0', '3.0', '4.0', '5.0', '6.0', '7.0'];
/** Windows 11 25H2 sends 9.0. */
const newer = ['8.0', '9.0', '42.0'];
/** One decimal, the first spelling as Windows has it. */
const spellings = { usual: '4.0', short: '4', long: '04.00', signed: '+4.0' };

/** A client of each version of Windows, of those to come too. */
export const discoverVersions = discoverFamily({
  id: 'discover-versions',
  title: 'Discover is sent with each documented RequestVersion, with newer ones, and with other spellings of one',
  variations: [
    ...documented.map((version) => variation('request-versions', `RequestVersion ${version}`, version)),
    ...newer.map((version) => variation('newer-request-versions', `newer RequestVersion ${version}`, version)),
    ...Object.entries(spellings).map(([form, version]) =>
      variation('version-spellings', `RequestVersion in its ${form} form, ${version}`, version),
    ),
  ],
});

function variation(family: string, variant: string, requestVersion: string): Variation<DiscoverStep> {
  return { family, variant, requestVersion };
}
