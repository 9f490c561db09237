import type { Place } from '../../harness/protocol/xml/place.ts';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { html, nothing, type Markup } from '../markup.ts';
import { shortened } from '../text/shortened.ts';
import { parts } from '../text/wording.ts';

/** The anchor of an exchange, which other documents may link to. */
export function exchangeAnchor(index: number): string {
  return `exchange-${index}`;
}

export function checkLink(check: string): Markup {
  return html`<a class="mono" href="#${check}">${check}</a>`;
}

/** More are looked for in the list of checks. */
const checksShown = 60;

export function checkLinks(checks: readonly string[]): Markup {
  const links = checks.slice(0, checksShown).map((check, index) => html`${index === 0 ? '' : ', '}${checkLink(check)}`);
  const left = checks.length - links.length;
  return html`${links}${left > 0 ? ` and ${left} more` : ''}`;
}

export function exchangeLink(index: number): Markup {
  return html`<a href="#${exchangeAnchor(index)}">exchange&nbsp;${index}</a>`;
}

const rangesShown = 8;

/** The exchanges as ranges, each with a link to its first: `exchanges 0–9, 11 and 616 more`. */
export function exchangeLinks(exchanges: readonly number[]): Markup {
  const [only] = exchanges;
  if (only !== undefined && exchanges.length === 1) return exchangeLink(only);
  const ranges = rangesOf(exchanges);
  const shown = ranges.slice(0, rangesShown);
  const left = exchanges.length - shown.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const links = shown.map(
    ({ first, last }, position) =>
      html`${position === 0 ? '' : ', '}<a href="#${exchangeAnchor(first)}"
          >${first === last ? first : `${first}–${last}`}</a
        >`,
  );
  return html`exchanges ${links}${left > 0 ? ` and ${left} more` : ''}`;
}

function rangesOf(exchanges: readonly number[]): readonly { readonly first: number; readonly last: number }[] {
  const ranges: { first: number; last: number }[] = [];
  for (const index of exchanges) {
    const range = ranges.at(-1);
    if (range?.last === index - 1) range.last = index;
    else ranges.push({ first: index, last: index });
  }
  return ranges;
}

/** A path may hold what a target sent. */
const longestPath = 500;

/** A link to the exchange with the part and the path inside it. */
export function placeLink({ exchange, part, path }: Place): Markup {
  const inside = path === undefined ? nothing : html` <code class="path">${shortened(path, longestPath)}</code>`;
  return html`${exchangeLink(exchange)}, ${parts[part]}${inside}`;
}

/** A sentence whose mentions of an exchange of the session are links to it: `another Discover was answered, in exchange 1`. */
export function linked(sentence: string, results: Results): Markup {
  const known = indicesOf(results);
  const pieces = sentence.split(/\b(exchange \d+)\b/i).map((piece, position) => {
    const index = piece.slice('exchange '.length);
    return position % 2 === 1 && known.has(index)
      ? html`<a href="#${exchangeAnchor(Number(index))}">${piece}</a>`
      : html`${piece}`;
  });
  return html`${pieces}`;
}

/** By results: a page of a thousand causes asks for those of one. */
const indices = new WeakMap<Results, ReadonlySet<string>>();

function indicesOf(results: Results): ReadonlySet<string> {
  const known = indices.get(results) ?? new Set(results.exchanges.map(({ index }) => String(index)));
  indices.set(results, known);
  return known;
}

/** A sentence whose first code of Windows stands out; further ones are of its evidence. */
export function withCode(sentence: string): Markup {
  const [before = '', code, ...after] = sentence.split(/\b(0x[\dA-F]{8})\b/i);
  return code === undefined ? html`${before}` : html`${before}<b class="mono">${code}</b>${after.join('')}`;
}

/** An address that may break after its separators rather than inside a word. */
export function address(text: string): Markup {
  return html`${text.split(/(?<=[/.?&])(?=[^/.?&])/).map((piece, index) => html`${index === 0 ? nothing : html`<wbr />`}${piece}`)}`;
}
