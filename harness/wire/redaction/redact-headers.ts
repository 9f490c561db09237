import { textInBase64 } from './base64-text.ts';
import type { Header } from '../exchange/exchange.ts';
import { isPlaceholder } from './secret-ledger.ts';
import type { FactSink, Redactor } from './text-redactor.ts';

const secretNames = /^(?:x-)?(?:.*-)?(?:api-?key|token|secret|password)$/i;
/** They hold the digest of a message with what is secret in it (MS-MDM 2.1, note 4; MS-MDE2 2.2.9.3). */
const signatureNames = /^(?:ms|mdm)-signature$/;

/**
 * Replaces credentials, cookies and whatever else in header fields is secret. Order and attributes stay, and so does a name, unless a
 * server put a known secret into it.
 */
export function redactHeaders(headers: readonly Header[], redactor: Redactor, sink: FactSink): Header[] {
  return headers.map(([name, value]) => {
    const shownName = redactor.text(name, sink);
    const shownValue = redactor.text(redactField(name, value, redactor, sink), sink);
    return holdsDivided(shownName, shownValue, redactor, sink)
      ? ['withheld', redactor.text(`${name}:${value}`, sink)]
      : [shownName, shownValue];
  });
}

/** A secret with a colon in it, sent as a line of the head, stands in the name and in the value. */
function holdsDivided(name: string, value: string, redactor: Redactor, sink: FactSink): boolean {
  if (!redactor.seeksColons) return false;
  return [':', ': '].some((colon) => redactor.text(name + colon + value, sink) !== name + colon + value);
}

function redactField(name: string, value: string, redactor: Redactor, sink: FactSink): string {
  const lower = name.trim().toLowerCase();
  if (lower === 'authorization' || lower === 'proxy-authorization') return redactCredentials(value, redactor, sink);
  if (lower === 'cookie') {
    return value
      .split(';')
      .map((pair) => redactCookie(pair, redactor, sink))
      .join(';');
  }
  if (lower === 'set-cookie') {
    const [pair = '', ...attributes] = value.split(';');
    return [redactCookie(pair, redactor, sink), ...attributes].join(';');
  }
  if (signatureNames.test(lower)) return redactor.secret({ kind: 'signature', value }, sink);
  return secretNames.test(lower) ? redactor.secret({ kind: 'token', value }, sink) : value;
}

/** Keeps the scheme (RFC 9110 section 11.4). Of Basic credentials the password is what counts. */
function redactCredentials(value: string, redactor: Redactor, sink: FactSink): string {
  const [, scheme = '', gap = '', credentials = value] = /^(\S+)([ \t]+)(\S.*)$/s.exec(value) ?? [];
  if (credentials === '' || isPlaceholder(credentials)) return value;
  return scheme + gap + redactor.secret(credentialOf(scheme, credentials), sink);
}

function credentialOf(scheme: string, credentials: string): Parameters<Redactor['secret']>[0] {
  if (/^bearer$/i.test(scheme)) return { kind: 'token', value: credentials };
  const basic = /^basic$/i.test(scheme) ? textInBase64(credentials) : undefined;
  const [, password] = /^[^:]*:(.+)$/s.exec(basic ?? '') ?? [];
  return password === undefined ? { kind: 'authorization', value: credentials } : { kind: 'password', value: password };
}

function redactCookie(pair: string, redactor: Redactor, sink: FactSink): string {
  const [, name = '', value = ''] = /^([^=]*=\s*"?)([^"]*)/.exec(pair) ?? [];
  if (value.trim() === '') return pair;
  return name + redactor.secret({ kind: 'cookie', value }, sink) + pair.slice(name.length + value.length);
}
