import type { User } from '../user.ts';
import type { TokenIssuer } from './token-issuer.ts';

/** Tokens of this server that no sign-in gives, each a plain text. */
export interface MintedTokens {
  readonly expired: string;
  readonly otherAudience: string;
  readonly otherUser: string;
  readonly large: string;
}

/** Characters of a token with the groups of a user in it. */
const size = 16_384;
/** Seconds that the old token has been expired for, which no error of a clock explains. */
const expiredFor = 86_400;

/** Makes them for the usual user, and one for another user who may enroll. They live as long as others, but for the old one. */
export function mintTokens([user, ...others]: readonly [User, ...User[]], { issue }: TokenIssuer): MintedTokens {
  const other = others.find(({ refusal, certificates }) => refusal === undefined && certificates === undefined);
  return {
    expired: issue(user, { lives: -expiredFor }),
    otherAudience: issue(user, { audience: 'https://another-service.example' }),
    otherUser: issue(other ?? user),
    large: issue(user, { padding: size }),
  };
}
