import { seededBytes } from '../../../protocol/pki/build/seeded-bytes.ts';

/** Stands random texts in for tokens, and remembers which is which. */
export interface OpaqueTokens {
  /** As long as the token, so that a large one stays large. */
  readonly hide: (token: string) => string;
  /** The token behind a text; undefined for a text that this server did not give. */
  readonly find: (text: string) => string | undefined;
}

/** Nothing is remembered yet. */
export function createOpaqueTokens(seed: string): OpaqueTokens {
  const bytes = seededBytes(`${seed} opaque tokens`);
  const known = new Map<string, string>();
  return {
    hide: (token) => {
      const text = Buffer.from(bytes(Math.max(24, Math.ceil((token.length * 3) / 4)))).toString('base64url');
      known.set(text, token);
      return text;
    },
    find: (text) => known.get(text),
  };
}
