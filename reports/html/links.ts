import type { Place } from '../../harness/protocol/xml/place.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { parts } from '../text/wording.ts';

/** The anchor of an exchange, which other documents may link to. */
export function exchangeAnchor(index: number): string {
  return `exchange-${index}`;
}

export function checkLink(check: string): Markup {
  return html`<a class="mono" href="#${check}">${check}</a>`;
}

export function exchangeLink(index: number): Markup {
  return html`<a href="#${exchangeAnchor(index)}">exchange&nbsp;${index}</a>`;
}

/** A link to the exchange with the part and the path inside it. */
export function placeLink({ exchange, part, path }: Place): Markup {
  const inside = path === undefined ? nothing : html` <code class="path">${path}</code>`;
  return html`${exchangeLink(exchange)}, ${parts[part]}${inside}`;
}

/** An address that may break after its separators rather than inside a word. */
export function address(text: string): Markup {
  return html`${text.split(/(?<=[/.?&])(?=[^/.?&])/).map((piece, index) => html`${index === 0 ? nothing : html`<wbr />`}${piece}`)}`;
}
