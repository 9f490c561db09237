/** Character references for what XML would otherwise read as markup or, as a carriage return, change. */
export function escapeText(text: string): string {
  return text.replaceAll(/[&<>\r]/g, (character) => references[character] ?? character);
}

/** As for text, and for what attribute-value normalization would change, within either quote. */
export function escapeAttribute(value: string): string {
  return value.replaceAll(/[&<>"'\t\n\r]/g, (character) => references[character] ?? character);
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};
