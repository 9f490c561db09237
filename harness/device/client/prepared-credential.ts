import type { Reveal } from '../../wire/redaction/secret-register.ts';
import { createRunSignIn } from '../sign-in/run-sign-in.ts';
import type { PreparedUser } from '../sign-in/prepared-user.ts';
import { createSignIn } from '../sign-in/sign-in.ts';
import type { SignInParts } from '../sign-in/sign-in.ts';
import type { Target } from '../target/target.ts';
import type { Services } from './answers.ts';
import type { Credential } from './messages/credential.ts';

/** What a prepared user needs of the device that he uses. */
export interface PreparedCredentialParts {
  readonly target: Pick<Target, 'url'>;
  readonly reveal: Reveal;
  readonly send: SignInParts['send'];
  readonly signal?: AbortSignal | undefined;
}

/**
 * The credential of a prepared user for these services: his password, or the token of a sign-in of his own. Undefined where the target
 * file gives none, or where the sign-in failed; the user hears of it.
 */
export async function preparedCredential(
  services: Services,
  { email, password, signIn, onProblem }: PreparedUser,
  { target, reveal, send, signal }: PreparedCredentialParts,
): Promise<Credential | undefined> {
  if (services.authPolicy !== 'Federated') {
    if (services.authPolicy === 'OnPremise' && password !== undefined) {
      return { kind: 'username-token', username: email, password };
    }
    onProblem(`the target file gives the prepared user no password, and the server chose ${services.authPolicy}`);
    return undefined;
  }
  if (signIn === undefined) {
    onProblem(
      'the target file does not say how the prepared user signs in ("user.signIn"), and the server takes tokens',
    );
    return undefined;
  }
  const run = createRunSignIn();
  const own = createSignIn({ target: { url: target.url, email, signIn }, reveal, run, send, signal });
  const credential = await own.credential(services);
  if (!credential) onProblem(`the prepared user could not sign in: ${run.problem() ?? 'no page gave a token'}`);
  return credential;
}
