import { Secret } from '../../../harness/wire/redaction/secret.ts';
import { refusedPasswords } from './shared/refused-passwords.ts';

const deviations = ['empty-password'];

/**
 * A server that passes the password on to an LDAP directory must not pass on an empty one: the directory takes a simple bind with a name and
 * no password for an anonymous one, and reports success (RFC 4513 section 5.1.2).
 */
export const emptyPassword = refusedPasswords({
  id: 'empty-password',
  title: 'An empty password is sent to the policy and the enrollment service, between two valid requests for policies',
  attempts: (context, right) => {
    if (context.reveal(right.password) === '') return [];
    const empty = { password: new Secret('password', ''), deviations };
    return [
      { ...empty, asks: 'get-policies', name: 'get-policies-empty-password' },
      { ...empty, asks: 'issue', name: 'issue-empty-password' },
    ];
  },
});
