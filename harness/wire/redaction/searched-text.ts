/** A text that secrets are looked for in, with where it may hold one in another form than as it is: read once for all secrets. */
export interface SearchedText {
  readonly text: string;
  /** The same with a plus for each space, which stand for one another in a URL. */
  readonly joined: () => string;
  /** Where an escaped character may begin, in order. */
  readonly escapes: readonly number[];
  /** Those of them that stand for a character, whose forms `pattern` (sticky) matches; found once for each character. */
  readonly escapesOf: (character: string, pattern: RegExp) => readonly number[];
  /** Whether there are zero bytes, as in UTF-16. */
  readonly isWide: boolean;
  /** Stretches of hexadecimal digits, in a row or with one sign between two of them. */
  readonly digits: readonly { readonly start: number; readonly text: string }[];
}

/** The beginning of each form that a character of a secret has: entities, URLs, quoted-printable, JSON and JavaScript. */
const escape = /%(?=[0-9A-Fa-f]{2})|=(?=[0-9A-Fa-f]{2})|&(?=[#%A-Za-z])|\\(?=[\\ux"/nrt])/g;
/** Four bytes: a shorter secret is looked for in no text. */
const digits = /[0-9A-Fa-f](?:[ :-]?[0-9A-Fa-f]){7,}/g;

/** Takes time in proportion to the text. */
export function searchedText(text: string): SearchedText {
  const escapes: number[] = [];
  escape.lastIndex = 0;
  for (let found = escape.exec(text); found; found = escape.exec(text)) escapes.push(found.index);
  const stretches: { start: number; text: string }[] = [];
  digits.lastIndex = 0;
  for (let found = digits.exec(text); found; found = digits.exec(text)) {
    stretches.push({ start: found.index, text: found[0] });
  }
  const known = new Map<string, readonly number[]>();
  const escapesOf: SearchedText['escapesOf'] = (character, pattern) => {
    const before = known.get(character);
    if (before) return before;
    const places = escapes.filter((at) => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    known.set(character, places);
    return places;
  };
  let joined: string | undefined;
  return {
    text,
    joined: () => (joined ??= text.replaceAll(' ', '+')),
    escapes,
    escapesOf,
    isWide: text.includes('\0'),
    digits: stretches,
  };
}
