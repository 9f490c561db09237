import type { KnownSecret } from '../../wire/redaction/secret-ledger.ts';

const secretName = /key|token|secret|passw|pwd|auth|sig|code|credential/i;
/** A shorter value is a setting, such as `on`. */
const shortestSecret = 6;

/** A value and the name that it has. */
export type Pair = readonly [name: string, value: string];

/** The values whose names say that they are secret. */
export function secretsAmong(pairs: readonly Pair[]): readonly KnownSecret[] {
  return pairs
    .filter(([name, value]) => secretName.test(name) && value.trim().length >= shortestSecret)
    .map(([, value]) => ({ kind: 'token', value }));
}

/** The secrets in a URL: values of its query by their names, its password, and each part of its path that looks like a key. */
export function secretsOfUrl(url: string): readonly KnownSecret[] {
  if (!URL.canParse(url)) return [];
  const { searchParams, password, pathname } = new URL(url);
  const parts = pathname.split('/').filter((part) => looksLikeKey.test(part) && !isUuid.test(part));
  return [
    ...secretsAmong([...searchParams, ['password', decoded(password)]]),
    ...parts.map((part): KnownSecret => ({ kind: 'token', value: decoded(part) })),
  ];
}

/** Letters and digits without a meaning, 16 at least. */
const looksLikeKey = /^(?=.*\d)(?=.*[A-Za-z])[\w~.%-]{16,}$/;
/** The id of a tenant, which is no secret and stands in many places. */
const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
