/** Labels of letters, digits and hyphens, 253 characters in all (RFC 1034 section 3.5, RFC 1123 section 2.1). */
export function isHostName(text: string): boolean {
  return text.length <= 253 && text.split('.').every((label) => /^[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i.test(label));
}

/** A host name, or `*` for the whole first label of one (RFC 9525 section 6.3). */
export function isDnsPattern(text: string): boolean {
  return isHostName(text.startsWith('*.') ? text.slice(2) : text);
}

const word = "[a-z\\d!#$%&'*+/=?^_`{|}~-]+";
const quoted = '"(?:[ !#-[\\]-~]|\\\\[ -~])*"';
const mailbox = new RegExp(`^(${word}(?:\\.${word})*|${quoted})@([^@]+)$`, 'i');

/** Local part and domain of an e-mail address (RFC 5321 section 4.1.2, Mailbox); undefined for what is none. */
export function splitMailbox(text: string): { readonly local: string; readonly domain: string } | undefined {
  const [, local, domain] = mailbox.exec(text) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  return isHostName(domain) || /^\[[\da-f.:]+\]$/i.test(domain) ? { local, domain } : undefined;
}

/** Whether a text is an absolute URI: a scheme and something behind it, in ASCII without blanks (RFC 3986 section 4.3). */
export function isAbsoluteUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:[!-~]+$/i.test(text);
}

/** The host of a URI; undefined where it has none. */
export function hostOfUri(text: string): string | undefined {
  const [, host] = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:@]*)(?::\d*)?(?:[/?#]|$)/i.exec(text) ?? [];
  return host === '' ? undefined : host;
}
