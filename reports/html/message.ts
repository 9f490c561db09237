import type { Framing, Header, HttpRequest, HttpResponse } from '../../harness/wire/exchange/exchange.ts';
import { bodyText, cut, readable, type BodyText } from '../evidence/body-text.ts';
import { unpackProvisioningDocument } from '../evidence/provisioning-document.ts';
import { bodyLimit, digestOf } from '../evidence/shown-exchanges.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { decodedDocument, decodedMessage } from './decoded/decoded.ts';
import { shortened } from '../text/shortened.ts';
import { size } from '../text/units.ts';
import { exchangeLink } from './links.ts';

/** Remembers which bodies the report shows, so that each stands there once. */
export interface Bodies {
  /** Where the same body stands already: `the answer of exchange 3`; undefined for a new one, which then stands at `place`. */
  readonly knownAt: (body: Uint8Array, place: Markup) => Markup | undefined;
}

export function createBodies(): Bodies {
  const places = new Map<string, Markup>();
  return {
    knownAt: (body, place) => {
      const digest = digestOf(body);
      const known = places.get(digest);
      if (known === undefined) places.set(digest, place);
      return known;
    },
  };
}

/** A request as the device sent it: line, headers, body. */
export function requestPart({ method, url, headers, body }: HttpRequest, index: number, bodies: Bodies): Markup {
  const known = knownBody(body, html`the request of ${exchangeLink(index)}`, bodies);
  return html`<div class="message">
    <h5>Request</h5>
    <pre class="head"><code><b>${method} ${shortened(url, headerLimit)}</b>${headerLines(headers)}</code></pre>
    ${known ?? html`${block(bodyText(body))} ${decodedMessage(body)}`}
  </div>`;
}

/** A response as it came, followed by the provisioning document inside it, if there is one. */
export function responsePart(
  { status, statusText, httpVersion, headers, body, framing }: HttpResponse,
  index: number,
  bodies: Bodies,
): Markup {
  const first = status === 0 ? 'recorded without HTTP' : `${httpVersion} ${status} ${statusText}`;
  const known = knownBody(body, html`the answer of ${exchangeLink(index)}`, bodies);
  return html`<div class="message">
    <h5>Response</h5>
    <pre class="head"><code><b>${first}</b>${headerLines(headers)}</code></pre>
    ${framing === undefined ? nothing : framingLine(framing)} ${known ?? responseBody(body)}
  </div>`;
}

/** Shorter bodies are not worth a look elsewhere. */
const worthPointing = 400;

function knownBody(body: Uint8Array, place: Markup, bodies: Bodies): Markup | undefined {
  const known = body.length < worthPointing ? undefined : bodies.knownAt(body, place);
  return known && html`<p class="small">The body is the same as that of ${known}: ${size(body.length)}.</p>`;
}

/** A recording may have as many as it likes. */
const mostHeaders = 100;
/** A header field may be as long as the target likes. */
const headerLimit = 4000;

function headerLines(headers: readonly Header[]): Markup {
  const left = headers.length - mostHeaders;
  return html`${headers.slice(0, mostHeaders).map(headerLine)}${left > 0 ? `\n… ${left} more header fields: see session.har` : ''}`;
}

function headerLine([name, value]: Header): Markup {
  return html`${'\n'}<span class="name">${shortened(name, headerLimit)}:</span> ${shortened(value, headerLimit)}`;
}

function framingLine({ contentLengths, transferEncoding, bodyBytes }: Framing): Markup {
  const announced = [
    ...contentLengths.map((length) => `Content-Length ${length}`),
    ...(transferEncoding === undefined ? [] : [`Transfer-Encoding ${transferEncoding}`]),
  ];
  const how = announced.length === 0 ? 'no length announced' : `announced as ${announced.join(' and ')}`;
  return html`<p class="small">${size(bodyBytes)} of body received, ${how}.</p>`;
}

function responseBody(body: Uint8Array): Markup {
  const { text, notes } = bodyText(body);
  const unpacked = unpackProvisioningDocument(text);
  if (unpacked === undefined) return html`${block({ text, notes })} ${decodedMessage(body)}`;
  return html`${block({ text: unpacked.shortened, notes })}
    <h6>Provisioning document, decoded</h6>
    ${decodedDocument(unpacked.document)} ${block({ text: unpacked.document, notes: [] })}`;
}

function block(body: BodyText): Markup {
  if (body.text === '') return html`<p class="small">No body.</p>`;
  const { text, notes } = cut(readable(body), bodyLimit);
  const note = notes.length === 0 ? nothing : html`<p class="small">${notes.join(' ')}</p>`;
  return html`<pre class="body"><code>${text}</code></pre>
    ${note}`;
}
