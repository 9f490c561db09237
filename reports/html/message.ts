import type { Framing, Header, HttpRequest, HttpResponse } from '../../harness/wire/exchange/exchange.ts';
import { bodyText, cut, readable, type BodyText } from '../evidence/body-text.ts';
import { unpackProvisioningDocument } from '../evidence/provisioning-document.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { size } from '../text/units.ts';

/** A request as the device sent it: line, headers, body. */
export function requestPart({ method, url, headers, body }: HttpRequest, limit: number): Markup {
  return html`<div class="message">
    <h4>Request</h4>
    <pre class="head"><code><b>${method} ${url}</b>${headers.map(headerLine)}</code></pre>
    ${block(bodyText(body), limit)}
  </div>`;
}

/** A response as it came, followed by the provisioning document inside it, if there is one. */
export function responsePart(
  { status, statusText, httpVersion, headers, body, framing }: HttpResponse,
  limit: number,
): Markup {
  const first = status === 0 ? 'recorded without HTTP' : `${httpVersion} ${status} ${statusText}`;
  return html`<div class="message">
    <h4>Response</h4>
    <pre class="head"><code><b>${first}</b>${headers.map(headerLine)}</code></pre>
    ${framing === undefined ? nothing : framingLine(framing)} ${responseBody(body, limit)}
  </div>`;
}

function headerLine([name, value]: Header): Markup {
  return html`${'\n'}<span class="name">${name}:</span> ${value}`;
}

function framingLine({ contentLengths, transferEncoding, bodyBytes }: Framing): Markup {
  const announced = [
    ...contentLengths.map((length) => `Content-Length ${length}`),
    ...(transferEncoding === undefined ? [] : [`Transfer-Encoding ${transferEncoding}`]),
  ];
  const how = announced.length === 0 ? 'no length announced' : `announced as ${announced.join(' and ')}`;
  return html`<p class="small">${size(bodyBytes)} of body received, ${how}.</p>`;
}

function responseBody(body: Uint8Array, limit: number): Markup {
  const { text, notes } = bodyText(body);
  const unpacked = unpackProvisioningDocument(text);
  if (unpacked === undefined) return block({ text, notes }, limit);
  return html`${block({ text: unpacked.shortened, notes }, limit)}
    <h5>Provisioning document, decoded</h5>
    ${block({ text: unpacked.document, notes: [] }, limit)}`;
}

function block(body: BodyText, limit: number): Markup {
  if (body.text === '') return html`<p class="small">No body.</p>`;
  const { text, notes } = cut(readable(body), limit);
  const note = notes.length === 0 ? nothing : html`<p class="small">${notes.join(' ')}</p>`;
  return html`<pre class="body"><code>${text}</code></pre>
    ${note}`;
}
