import { oidOfAttribute, shortNameOfAttribute } from './attribute-types.ts';
import { createName, type Name, type NameAttribute } from './name.ts';

/** Thrown when a text is no distinguished name. */
export class NameSyntaxError extends Error {
  override readonly name = 'NameSyntaxError';
}

/**
 * Reads an RFC 4514 text (`CN=device,O=Example`: the last RDN first); the inverse of `Name.toString`. It also reads
 * values in quotes, as older texts and Windows write them.
 */
export function parseName(text: string): Name {
  if (text.trim() === '') return createName([]);
  return createName(
    splitUnescaped(text, ',')
      .map((rdn) => splitUnescaped(rdn, '+').map((attribute) => parseAttribute(attribute, text)))
      .reverse(),
  );
}

function parseAttribute(attribute: string, text: string): NameAttribute {
  const equals = attribute.indexOf('=');
  const oid = oidOfAttribute(attribute.slice(0, Math.max(equals, 0)).trim());
  if (oid === undefined) {
    throw new NameSyntaxError(
      `"${attribute.trim()}" in the name "${text}" is no attribute: write CN=value, O=value, or an OID for the type`,
    );
  }
  const value = trimUnescaped(attribute.slice(equals + 1));
  return { type: shortNameOfAttribute(oid), value: unquoteValue(value) ?? unescapeValue(value) };
}

/** Splits at a separator that no backslash precedes and that no quotes enclose. */
function splitUnescaped(text: string, separator: ',' | '+'): string[] {
  const pattern = separator === ',' ? /(?:\\.|"(?:\\.|[^"\\])*"|[^\\,])+/gsu : /(?:\\.|"(?:\\.|[^"\\])*"|[^\\+])+/gsu;
  return text.match(pattern) ?? [];
}

/** White space around a value does not count, unless it is escaped. */
function trimUnescaped(value: string): string {
  const characters: readonly string[] = value.trimStart().match(/\\.|./gsu) ?? [];
  const last = characters.findLastIndex((character) => character.trim() !== '');
  return characters.slice(0, last + 1).join('');
}

/** What quotes enclose, where a quote is written twice or behind a backslash (RFC 2253 section 4); undefined without quotes. */
function unquoteValue(value: string): string | undefined {
  const [, quoted] = /^"(.*)"$/su.exec(value) ?? [];
  return quoted?.replace(/""|\\(["\\])/gu, (_, character: string | undefined) => character ?? '"');
}

function unescapeValue(value: string): string {
  return value.replace(
    /(?:\\[0-9a-f]{2})+|\\(.)/gisu,
    (escaped: string, character: string | undefined) => character ?? fromHexPairs(escaped),
  );
}

function fromHexPairs(escaped: string): string {
  return Buffer.from(escaped.replaceAll('\\', ''), 'hex').toString('utf8');
}
