import { answer, behaves } from '../../harness/engine/rule/departures.ts';
import { testCheckTable } from '../../harness/testing/check-table.ts';
import { authenticationChecks } from './index.ts';

const accepted = 'The server accepted the request';
/** Lawful ways to be another server of tokens. */
const passes = {
  'a token that is XML': behaves({ tokenIsXml: true }),
  'a token that lives a minute': behaves({ tokenSeconds: 60 }),
};

testCheckTable(authenticationChecks, {
  'authentication/token-uniqueness': {
    fails: [/^The token is that of the sign-in before, in exchange \d+$/],
    passes,
  },
  'authentication/changed-token': { fails: [accepted, accepted], passes },
  'authentication/token-signature': {
    fails: [accepted, accepted],
    inapplicable: { 'a token that is XML': behaves({ tokenIsXml: true }) },
  },
  'authentication/expired-token': { fails: [accepted], passes },
  'authentication/token-audience': { fails: [accepted], passes },
  'authentication/token-value-type': { fails: [accepted], passes },
  'authentication/token-subcode': {
    fails: ['The server refused with a fault (MessageFormat)', 'The server refused with a fault (EnrollmentServer)'],
    passes: {
      'a header that counts as bad': [
        behaves({ tokenSeconds: 900 }),
        answer('issue fault', { as: 'fault', subcode: 'InvalidSecurity' }),
      ],
    },
  },
  'authentication/token-spacing': { fails: [/^The server answered with a fault \(InvalidSecurity\)/], passes },
  'authentication/large-token': { fails: [/^The server answered with a fault \(InvalidSecurity\)/], passes },
  'authentication/other-user': { fails: ['UPN is "somebody@contoso.example" for two users'], passes },
});
