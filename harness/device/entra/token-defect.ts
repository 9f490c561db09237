/** What may be wrong with a token; the device declares it as the deviation `jwt-…`. */
export const tokenDefects = [
  'signature',
  'unknown-key',
  'unsigned',
  'public-key-mac',
  'issuer',
  'tenant',
  'audience',
  'expired',
  'not-yet-valid',
] as const;

export type TokenDefect = (typeof tokenDefects)[number];

/** What each of them is, as a noun phrase. */
export const defectNames: Readonly<Record<TokenDefect, string>> = {
  signature: 'a token with the signature of another token',
  'unknown-key': 'a token that a stranger signed with a key of his own',
  unsigned: 'a token with the algorithm none and no signature',
  'public-key-mac': 'a token with the algorithm HS256, keyed by the public key of the issuer',
  issuer: 'a token of another issuer',
  tenant: 'a token of another tenant',
  audience: 'a token for another audience',
  expired: 'a token that expired an hour ago',
  'not-yet-valid': 'a token that becomes valid in an hour',
};

/** The deviation of a request that carries such a token. */
export function deviationOf(defect: TokenDefect): string {
  return `jwt-${defect}`;
}
