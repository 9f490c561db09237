/** Whether a text is a GUID in one of its usual forms: with hyphens, in braces or parentheses or not, or 32 digits. */
export function isGuid(text: string): boolean {
  return /^(?:[\da-f]{32}|(?<open>[({])?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}[)}]?)$/i.test(text) && pairs(text);
}

function pairs(text: string): boolean {
  const ends = `${/^[({]/.exec(text)?.[0] ?? ''}${/[)}]$/.exec(text)?.[0] ?? ''}`;
  return ['', '()', '{}'].includes(ends);
}

/** Whether a text has the form of an e-mail address or a user principal name. */
export function isPrincipalName(text: string): boolean {
  return /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(text);
}

/** Whether a text is one of the three owners of a device. */
export function isOwnership(text: string): text is '1' | '2' | '3' {
  return /^[123]$/.test(text);
}

/** Whether a text is an absolute URL with https: and a host, and without a user name in it. */
export function isServerUrl(text: string): boolean {
  if (!/^https:\/\/[^/?#]/i.test(text) || /[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return false;
  const { username, password } = new URL(text);
  return username === '' && password === '';
}
