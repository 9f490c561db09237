/** Why a text cannot be shown: a secret has no place of its own in it, or stands in a certificate, or nobody can search it. */
type Why = 'in disguise' | 'in a certificate or another DER structure';

/**
 * What stands in place of a text that cannot be shown, and is so long: because it holds a secret that no placeholder can replace where it
 * stands, or because it cannot be searched.
 */
export function withheld(length: number, placeholder?: string, how: Why = 'in disguise'): string {
  const why = placeholder === undefined ? 'it cannot be searched for secrets' : `it holds ${placeholder} ${how}`;
  return `[withheld, ${length} long: ${why}]`;
}

/** Whether a text is what `withheld` writes. */
export function isWithheld(text: string): boolean {
  return /^\[withheld, \d+ long: [^\]]*\]$/.test(text);
}
