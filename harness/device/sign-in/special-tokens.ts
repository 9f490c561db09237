import type { SignInWay } from './sign-in-way.ts';

/** The tokens that a target file may give besides that of the user, by what is special about them. */
export const specialTokens = ['expired', 'otherAudience', 'otherUser', 'large'] as const;

/** A token of the same issuer that has expired, is for another service, is of another user, or has 16 KB. */
export type SpecialToken = (typeof specialTokens)[number];

/** Where a token comes from without a page. */
export type TokenSource = Extract<SignInWay, { by: 'token' | 'command' }>;

/** The special tokens of a target. */
export type SpecialTokens = Readonly<Partial<Record<SpecialToken, TokenSource>>>;
