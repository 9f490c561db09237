import type { StateName } from '../../engine/evidence/state-names.ts';
import type { Secret } from '../../wire/redaction/secret.ts';
import type { SignInWay } from './sign-in-way.ts';

/** A user for whom the server is in a state, with what the target file says of him. */
export interface PreparedUser {
  readonly state: StateName;
  readonly email: string;
  readonly password?: Secret;
  readonly signIn?: SignInWay;
  /** Gets why he cannot authenticate, as a clause for people without a secret. */
  readonly onProblem: (problem: string) => void;
}
