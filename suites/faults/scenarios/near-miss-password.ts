import { nearMissesOf } from '../../../harness/device/client/near-misses.ts';
import { refusedPasswords } from './shared/refused-passwords.ts';

const deviations = ['near-miss-password'];

/** The enrollment service alone is asked, because it gives the certificates, and each attempt counts towards a lockout. */
export const nearMissPassword = refusedPasswords({
  id: 'near-miss-password',
  title: 'A password in another letter case, and one that is cut off, are sent to the enrollment service',
  attempts: (context, right) =>
    nearMissesOf(context.reveal(right.password)).map(({ variant, password }, index) => ({
      asks: 'issue',
      name: `issue-near-miss-${index + 1}`,
      variant,
      password,
      deviations,
    })),
});
