import { printable } from './text/printable.ts';

/** Markup that has already been escaped. The only ways to get one are the tags `html` and `xml`, and `trusted`. */
export class Markup {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** Empty markup, for an optional part of a template. */
export const nothing = new Markup('');

/**
 * Tagged template that escapes every value except markup, for text and for quoted attributes. The indents of the template itself are
 * left out, which a page of hundreds of checks would repeat for half of its size.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(String.raw({ raw: withoutIndents(strings) }, ...values.map(write)));
}

/** The same for XML, which knows these escapes too; the indents stay. */
export function xml(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...values.map(write)));
}

/** Turns text into markup without escaping. Only for constants of this package, never for text that a target can influence. */
export function trusted(constant: string): Markup {
  return new Markup(constant);
}

/** By template: each call of one gives the same array. */
const stripped = new WeakMap<TemplateStringsArray, readonly string[]>();

function withoutIndents(strings: TemplateStringsArray): readonly string[] {
  const known = stripped.get(strings);
  if (known) return known;
  const made = strings.map((piece) => piece.replace(/[ \t]*\n\s*/g, '\n'));
  stripped.set(strings, made);
  return made;
}

function write(value: Value): string {
  if (value instanceof Markup) return value.toString();
  if (typeof value === 'object') return value.map(String).join('');
  return printable(String(value)).replace(/[<>&"']/g, (character) => references[character] ?? '');
}

const references: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&#34;',
  "'": '&#39;',
};
