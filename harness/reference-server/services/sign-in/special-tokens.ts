import { Secret } from '../../../wire/redaction/secret.ts';
import type { User } from '../user.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** A token, as a target names it. */
interface Minted {
  readonly by: 'token';
  readonly token: Secret;
}

/** Tokens of this server that no sign-in gives. */
export type MintedTokens = Readonly<Record<'expired' | 'otherAudience' | 'otherUser' | 'large', Minted>>;

/** Characters of a token with the groups of a user in it. */
const size = 16_384;
/** Seconds that the old token has been expired for, which no error of a clock explains. */
const expiredFor = 86_400;

/** Makes them for the usual user, and one for another user who may enroll. They live as long as others, but for the old one. */
export function mintTokens([user, ...others]: readonly [User, ...User[]], { issue }: TokenIssuer): MintedTokens {
  const other = others.find(({ refusal, certificates }) => refusal === undefined && certificates === undefined);
  return {
    expired: minted(issue(user, { lives: -expiredFor })),
    otherAudience: minted(issue(user, { audience: 'https://another-service.example' })),
    otherUser: minted(issue(other ?? user)),
    large: minted(issue(user, { padding: size })),
  };
}

function minted(text: string): Minted {
  return { by: 'token', token: new Secret('token', text) };
}
