import { refusedPasswords } from './shared/refused-passwords.ts';

const deviations = ['wrong-password'];

/** A password that certainly nobody has. */
export const wrongPassword = refusedPasswords({
  id: 'wrong-password',
  title: 'A wrong password is sent to the policy and the enrollment service, between two valid requests for policies',
  attempts: (context) => {
    const wrong = { password: context.wrongPassword(), deviations };
    return [
      { ...wrong, asks: 'get-policies', name: 'get-policies-wrong-password' },
      { ...wrong, asks: 'issue', name: 'issue-wrong-password' },
    ];
  },
});
