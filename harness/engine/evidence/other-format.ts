import type { HttpResponse } from '../../wire/exchange/exchange.ts';

/** The title of a page says more than its first byte, but no page may fill a report. */
const longestTitle = 80;

/**
 * What a body is that is no XML, as a clause: compressed, an HTML page with its title, or JSON. Undefined for any other body. Its own bytes
 * decide, because servers write a Content-Type that does not fit.
 */
export function otherFormat({ headers, body }: Pick<HttpResponse, 'headers' | 'body'>): string | undefined {
  const coding = headers.find(([name]) => name.toLowerCase() === 'content-encoding')?.[1];
  if (coding !== undefined && !/^\s*(?:identity)?\s*$/i.test(coding)) {
    return `its Content-Encoding is ${JSON.stringify(coding.trim())}`;
  }
  const start = Buffer.from(body.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart();
  if (/^<(?:!doctype\s+)?html[\s>]/i.test(start)) return `it is an HTML page${titleOf(start)}`;
  return isJson(body) ? 'it is JSON' : undefined;
}

function titleOf(page: string): string {
  const title = /<title[^>]*>([^<]*)</i.exec(page)?.[1]?.replaceAll(/\s+/g, ' ').trim() ?? '';
  if (title === '') return '';
  return ` with the title ${JSON.stringify(title.length > longestTitle ? `${title.slice(0, longestTitle)}…` : title)}`;
}

function isJson(body: Uint8Array): boolean {
  const text = Buffer.from(body).toString('utf8').trim();
  if (!/^[[{"]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
