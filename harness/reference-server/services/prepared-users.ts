import type { StateName } from '../../engine/evidence/state-names.ts';
import { Secret } from '../../wire/redaction/secret.ts';
import type { User } from './user.ts';
import { refusalNamed } from './particular-refusals.ts';

type Prepared = Omit<User, 'password'>;

const refused = (email: string, name: string): Prepared => ({ email, refusal: refusalNamed(name) });

/** How a target file names the state of one user. */
export interface PreparedState {
  readonly by: 'user';
  readonly email: string;
  readonly password: string;
  readonly signIn: { readonly by: 'form'; readonly fields: Readonly<Record<string, string | Secret>> };
}

/** For each state, the user for whom the reference server is in it. */
const prepared: Readonly<Record<StateName, Prepared>> = {
  authorization: refused('blocked@contoso.example', 'Authorization'),
  'device-cap': refused('cap@contoso.example', 'DeviceCapReached'),
  'unsupported-device': refused('unsupported@contoso.example', 'DeviceNotSupported'),
  license: refused('unlicensed@contoso.example', 'UserLicense'),
  maintenance: refused('maintenance@contoso.example', 'InMaintenance'),
  'custom-error': refused('custom@contoso.example', 'CustomServerError'),
  'ca-down': refused('ca-down@contoso.example', 'CertificateRequest'),
  'not-eligible-to-renew': {
    email: 'barred@contoso.example',
    certificates: { refusal: refusalNamed('NotEligibleToRenew') },
  },
  'expired-certificate': {
    email: 'expired@contoso.example',
    certificates: { change: { notBeforeDays: -30, notAfterDays: -1 } },
  },
  'early-renewal': { email: 'early@contoso.example', certificates: { keepsPeriod: true } },
  unenroll: { email: 'leaving@contoso.example', isTakenOut: true },
  'second-user': { email: 'second@contoso.example' },
  'message-signing': { email: 'signing@contoso.example', signsMessages: true },
  'renewal-due': { email: 'due@contoso.example', certificates: { change: { notAfterDays: 30 }, keepsPeriod: true } },
};

/** The users of the reference server besides the usual one; each is special in one way. */
export function preparedUsers(password: string): readonly User[] {
  return Object.values(prepared).map((user) => ({ ...user, password }));
}

/**
 * The states that a target file of a server with these users would name. `renewal-due` is not among them, because this
 * server renews the certificates of all other users at any time.
 */
export function preparedStates(password: string): Readonly<Partial<Record<StateName, PreparedState>>> {
  return Object.fromEntries(
    Object.entries(prepared)
      .filter(([state]) => state !== 'renewal-due')
      .map(([state, { email }]) => [state, stateOf(email, password)]),
  );
}

/** He signs in at the page of this server where it takes tokens. */
function stateOf(email: string, password: string): PreparedState {
  const fields = { username: email, password: new Secret('password', password) };
  return { by: 'user', email, password, signIn: { by: 'form', fields } };
}
