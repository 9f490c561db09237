import { linkParameter, type LinkParameter } from './parameters.ts';

/** One `name=value` of the query of a link, as it is written. */
export interface LinkPart {
  /** The name, decoded, without an `amp;` of markup before it. */
  readonly name: string;
  readonly isAfterMarkup: boolean;
  /** As it is written. */
  readonly raw: string;
  /** Decoded; as it is written if it cannot be decoded. */
  readonly value: string;
  readonly isDecodable: boolean;
  readonly known?: LinkParameter;
  /** It is the access token, or what comes after it and may be a piece of it. */
  readonly isSecret: boolean;
}

/** Takes the query of a link (without its `?`) apart. A `+` stays what it is: percent-encoding knows no other blank than %20. */
export function partsOf(query: string): readonly LinkPart[] {
  let afterSecret = false;
  return query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => {
      const equals = part.indexOf('=');
      const written = decoded(equals < 0 ? part : part.slice(0, equals)).text;
      const raw = equals < 0 ? '' : part.slice(equals + 1);
      const name = written.replace(/^(?:amp;)+/i, '');
      const known = linkParameter(name);
      const isSecret = known?.name === 'accesstoken' || (afterSecret && !known);
      afterSecret = isSecret;
      const { text: value, isDecodable } = decoded(raw);
      const isAfterMarkup = name !== written;
      return { name, isAfterMarkup, raw, value, isDecodable, isSecret, ...(known ? { known } : {}) };
    });
}

function decoded(text: string): { readonly text: string; readonly isDecodable: boolean } {
  try {
    return { text: decodeURIComponent(text), isDecodable: true };
  } catch {
    return { text, isDecodable: false };
  }
}
