import { isPageElement } from '../../protocol/html/html-element.ts';
import { isUtf8 } from 'node:buffer';
import type { HttpResponse } from '../../wire/exchange/exchange.ts';
import { isWithheld } from '../../wire/redaction/withheld.ts';
import { holdsPlaceholder } from '../../wire/redaction/holds-placeholder.ts';
import type { XmlSyntaxError } from '../../protocol/xml/tree.ts';

/** The characters that a cause quotes of what came. */
const longestQuote = 100;
/** The bytes in which a page shows what it is. */
const start = 64 * 1024;

/** What came in place of XML, as people call it: `an HTML page, title "Sign in"`; no full stop. `due` is what was expected. */
export function unreadBody(response: HttpResponse, error: XmlSyntaxError, due = 'SOAP'): string {
  const { body } = response;
  const packed = packing(response);
  if (packed !== undefined) return `${packed} that nobody asked for`;
  const text = Buffer.from(body.subarray(0, start))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (isWithheld(text)) return 'a body that is withheld, because it holds a secret or cannot be searched for one';
  const missing = missingBytes(response);
  const cut = missing === undefined ? '' : `, cut off after ${missing}`;
  if (isPage(text)) return `${pageOf(text)}${cut}`;
  if (isJson(text, response)) return `JSON where ${due} was due${cut}: ${clip(text)}`;
  if (missing !== undefined) return `a message that is cut off after ${missing}`;
  if (error.isTrailed) return `bytes after the document (line ${error.line})${trailOf(text)}`;
  if (!text.startsWith('<') && !text.includes('\0') && isUtf8(body)) return `text where ${due} was due: ${clip(text)}`;
  return `a body that is not readable XML: ${error.message}`;
}

/** The name of a compression: a recorder may have unpacked what its header names, unless the bytes are withheld. */
function packing({ body, headers }: HttpResponse): string | undefined {
  if (isWithheld(Buffer.from(body).toString('utf8'))) {
    return headers
      .find(([name]) => name.toLowerCase() === 'content-encoding')?.[1]
      .trim()
      .toLowerCase();
  }
  if (body[0] === 0x1f && body[1] === 0x8b) return 'gzip';
  return body[0] === 0x28 && body[1] === 0xb5 && body[2] === 0x2f && body[3] === 0xfd ? 'zstd' : undefined;
}

function isPage(text: string): boolean {
  const begin = /^(?:<!--[\s\S]{0,4000}?-->\s*)*<(!doctype\s+html|[a-z][a-z0-9]{0,20})[\s/>]/i.exec(text)?.[1];
  return begin !== undefined && (begin.startsWith('!') || isPageElement({ name: begin, namespace: '' }));
}

/** An HTML page by its title, which is quoted and never judged. */
export function pageOf(text: string): string {
  const at = text.search(/<title[\s>]/i);
  const title = at === -1 ? undefined : /^<title[^>]{0,200}>([^<]{0,1000})/i.exec(text.slice(at, at + 1300))?.[1];
  return title === undefined || title.trim() === ''
    ? 'an HTML page without a title'
    : `an HTML page, title "${clip(title)}"`;
}

function isJson(text: string, { headers }: HttpResponse): boolean {
  if (!/^[[{]/.test(text)) return false;
  return text.length < start ? parses(text) : headers.some(([name, value]) => isJsonType(name, value));
}

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isJsonType(name: string, value: string): boolean {
  return name.toLowerCase() === 'content-type' && /\bjson\b/i.test(value);
}

/** `512 of 2,048 bytes`, if fewer came than announced. A secret that was replaced has another length than its placeholder. */
function missingBytes({ body, framing, headers }: HttpResponse): string | undefined {
  if (headers.some(([name]) => name.toLowerCase() === 'content-encoding')) return undefined;
  const announced =
    framing?.contentLengths ?? headers.flatMap(([name, value]) => (/^content-length$/i.test(name) ? [value] : []));
  const [length = ''] = announced;
  const came = framing?.bodyBytes ?? (holdsPlaceholder(Buffer.from(body).toString('utf8')) ? undefined : body.length);
  if (came === undefined || announced.length !== 1 || !/^\d{1,15}$/.test(length) || Number(length) <= came)
    return undefined;
  return `${came.toLocaleString('en')} of ${Number(length).toLocaleString('en')} bytes`;
}

function trailOf(text: string): string {
  const end = /<\/(?:[\w.-]{1,50}:)?envelope\s*>/i.exec(text);
  const trail = end ? clip(text.slice(end.index + end[0].length)) : '';
  return trail === '' ? '' : `: ${trail}`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= longestQuote ? line : `${line.slice(0, longestQuote)}…`;
}
