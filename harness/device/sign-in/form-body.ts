import type { HtmlForm } from '../../protocol/html/html-form.ts';
import type { WebBody } from './web-request.ts';

/** The name and the text of each field that is submitted, in order. */
export type Entries = readonly (readonly [name: string, value: string])[];

/** A boundary of multipart, which stands in no field by chance. */
const boundary = '----mde-conformance-7f3a9c1e5b2d4068';

/** The body of a submitted form as HTML says: each line break is CRLF, and the coding is that of the form. */
export function formBody(enctype: HtmlForm['enctype'], entries: Entries): WebBody {
  const lines = entries.map(([name, value]) => [withCrlf(name), withCrlf(value)] as const);
  switch (enctype) {
    case 'application/x-www-form-urlencoded':
      return { type: enctype, bytes: bytesOf(formQuery(lines)) };
    case 'multipart/form-data': {
      const parts = lines.map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${quotable(name)}"\r\n\r\n${value}\r\n`,
      );
      return { type: `${enctype}; boundary=${boundary}`, bytes: bytesOf(`${parts.join('')}--${boundary}--\r\n`) };
    }
    case 'text/plain':
      return { type: enctype, bytes: bytesOf(lines.map(([name, value]) => `${name}=${value}\r\n`).join('')) };
  }
}

/** The query of a form whose method is GET. */
export function formQuery(entries: Entries): string {
  const query = new URLSearchParams();
  for (const [name, value] of entries) query.append(withCrlf(name), withCrlf(value));
  return query.toString();
}

/** A browser submits each line break as CRLF. */
export function withCrlf(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n');
}

function quotable(name: string): string {
  return name.replaceAll('\r\n', '%0D%0A').replaceAll('"', '%22');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
