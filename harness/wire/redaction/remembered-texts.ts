/** Texts that hold no secret, so that what comes again is searched once. */
export interface RememberedTexts {
  readonly has: (text: string) => boolean;
  readonly add: (text: string) => void;
}

/** Header values, addresses and certificates come again with every exchange. What is longer hardly ever does. */
const longest = 8192;
/** Characters in all: a target may send any number of texts that never come again. */
const mostCharacters = 2 * 1024 * 1024;

/** Forgets all texts where the next one would be too many. */
export function createRememberedTexts(): RememberedTexts {
  const texts = new Set<string>();
  let characters = 0;
  return {
    has: (text) => text.length <= longest && texts.has(text),
    add: (text) => {
      if (text.length > longest || texts.has(text)) return;
      if (characters + text.length > mostCharacters) {
        texts.clear();
        characters = 0;
      }
      texts.add(text);
      characters += text.length;
    },
  };
}
