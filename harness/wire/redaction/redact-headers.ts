import { textInBase64 } from './base64-text.ts';
import type { Header } from '../exchange/exchange.ts';
import { isPlaceholder } from './secret-ledger.ts';
import type { FactSink, Redactor } from './text-redactor.ts';

const secretNames = /^(?:x-)?(?:.*-)?(?:api-?key|token|secret|password)$/i;

/** Replaces credentials, cookies and whatever else in header fields is secret. Names, order and attributes stay. */
export function redactHeaders(headers: readonly Header[], redactor: Redactor, sink: FactSink): Header[] {
  return headers.map(([name, value]) => [name, redactor.text(redactField(name, value, redactor, sink), sink)]);
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
