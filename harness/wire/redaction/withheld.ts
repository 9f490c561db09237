/**
 * What stands in place of a text that cannot be shown, and is so long: because it holds a secret that no placeholder can replace where it
 * stands, or because it cannot be searched.
 */
export function withheld(length: number, placeholder?: string): string {
  const why = placeholder === undefined ? 'it cannot be searched for secrets' : `it holds ${placeholder} in disguise`;
  return `[withheld, ${length} long: ${why}]`;
}

/** Whether a text is what `withheld` writes. */
export function isWithheld(text: string): boolean {
  return /^\[withheld, \d+ long: [^\]]*\]$/.test(text);
}
