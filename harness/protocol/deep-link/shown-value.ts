/** A value that may be shown: what might hold a secret, and the query of a URL, are left out. */
export function shownValue(value: string): string {
  if (/token|secret|passw|pwd|credential|\bkey\b/i.test(value)) return '(not shown, because it may hold a secret)';
  return value.replace(/[?#].*$/s, (query) => (query.length > 1 ? `${query.charAt(0)}…` : query));
}
