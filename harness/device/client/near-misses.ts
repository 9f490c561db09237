import { Secret } from '../../wire/redaction/secret.ts';

/** A password that differs from the right one in little. */
export interface NearMiss {
  /** The difference, as a noun phrase. */
  readonly variant: string;
  readonly password: Secret;
}

/**
 * The right password in the other letter case, and without its last character: a server that folds case, or compares a beginning only,
 * takes them for the right one. A password that has no such form yields none.
 */
export function nearMissesOf(right: string): readonly NearMiss[] {
  const otherCase = right.replaceAll(/[a-z]/gi, (letter) => {
    const upper = letter.toUpperCase();
    return upper === letter ? letter.toLowerCase() : upper;
  });
  const shorter = Array.from(right.trimEnd()).slice(0, -1).join('');
  return [
    ...(otherCase === right
      ? []
      : [{ variant: 'the password in the other letter case', password: new Secret('password', otherCase) }]),
    ...(shorter.trim() === ''
      ? []
      : [{ variant: 'the password without its last character', password: new Secret('password', shorter) }]),
  ];
}
