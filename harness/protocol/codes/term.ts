import { parseHresult } from '../faults/hresult.ts';

/** What a person pasted, as far as its form says it. */
export type Term =
  /** One or more numbers of 32 bits, and how we read the text if not as it stands. */
  | { readonly kind: 'codes'; readonly values: readonly number[]; readonly reading?: string }
  /** A number without a family: an HTTP status, an event, an error of WinHTTP or of Win32. `of` is the family that the text names. */
  | { readonly kind: 'number'; readonly value: number; readonly of?: NumberKind }
  | { readonly kind: 'name'; readonly text: string }
  /** Digits that are none of these. */
  | { readonly kind: 'malformed'; readonly problem: string };

/** What a small number may count. */
export type NumberKind = 'status' | 'event' | 'winhttp' | 'win32';

const named: readonly (readonly [of: NumberKind | undefined, form: RegExp])[] = [
  ['event', /^events?[\s_-]*(?:ids?)?[\s:#=]*(\d{1,5})$/i],
  [
    'status',
    /^(?:https?(?:\/[\d.]+)?|https?[\s_]*status|status)(?:[\s_]*(?:error|code))?[\s:=]*(\d{3})(?:\s+[a-z][a-z -]*)?$/i,
  ],
  ['status', /^(\d{3})\s+[a-z][a-z -]*$/i],
  ['winhttp', /^(?:winhttp|wininet)[\s_]*(?:error)?(?:\s*code)?[\s:=]*(\d{5})$/i],
  ['win32', /^win32[\s_]*(?:error)?(?:\s*code)?[\s:=]*(\d{1,5})$/i],
  [undefined, /^error(?:\s*code)?[\s:=]*(\d{1,5})$/i],
];

/**
 * Reads a term as people paste it: with quotes, brackets, blanks and a full stop around it, or within a sentence. A number may be
 * hexadecimal, signed or unsigned. Never throws; `name` is whatever holds no number.
 */
export function readTerm(pasted: string): Term {
  const text = bare(pasted);
  if (/^\d{1,5}$/.test(text)) return { kind: 'number', value: Number(text) };
  const short = /^0x([0-9a-f]{1,4})$/i.exec(text)?.[1];
  if (short !== undefined) return { kind: 'number', value: Number.parseInt(short, 16) };
  const code = misprint.test(text) ? undefined : parseHresult(text);
  if (code !== undefined) return code > 0xffff ? { kind: 'codes', values: [code] } : { kind: 'number', value: code };
  for (const [of, form] of named) {
    const number = form.exec(text)?.[1];
    if (number !== undefined) return { kind: 'number', value: Number(number), ...(of && { of }) };
  }
  return misprinted(text) ?? malformed(text) ?? within(text) ?? { kind: 'name', text };
}

/** Without what stands around a term in a dialog, a log or a chat; with one kind of minus sign. */
function bare(pasted: string): string {
  return pasted
    .replaceAll(/[\u2212\u2013](?=\d)/g, '-')
    .replace(/^[\s"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb([{<]+/u, '')
    .replace(/[\s"'`\u201c\u201d\u201e\u2018\u2019\u00ab\u00bb)\]}>.,;:!?\u2026]+$/u, '');
}

/** Microsoft's own event text prints 0x80180002b: a 0 too much after 8018. */
const misprint = /^(?:0x)?(8018)0([0-9a-f]{4})$/i;

function misprinted(text: string): Term | undefined {
  const parts = misprint.exec(text);
  if (!parts) return undefined;
  const [, high = '', low = ''] = parts;
  const reading = `0x${high}${low.toUpperCase()}`;
  return {
    kind: 'codes',
    values: [Number.parseInt(high + low, 16)],
    reading: `"${text}" has nine digits, a misprint that stands in Microsoft's event text too; read as ${reading}`,
  };
}

function malformed(text: string): Term | undefined {
  const hexadecimal = /^0x([0-9a-f]*)$/i.exec(text)?.[1] ?? (/^(?=.*\d)[0-9a-f]{9,}$/i.test(text) ? text : undefined);
  if (/^-?\d+$/.test(text)) return { kind: 'malformed', problem: decimalProblem(text) };
  if (hexadecimal === undefined) return undefined;
  return { kind: 'malformed', problem: `"${text}" has ${hexadecimal.length} hexadecimal digits, and a code has 8` };
}

function decimalProblem(text: string): string {
  const digits = text.replace('-', '').length;
  if (digits < 9) return `"${text}" has ${digits} digits: a code has 8 hexadecimal digits, or 9 or 10 decimal ones`;
  return `"${text}" is no number of 32 bits (-2147483648 to 4294967295)`;
}

/** The codes inside a sentence, such as `Unknown Win32 Error code: 0x80180014` or `(0x8018000a - 2149056522)`. */
function within(text: string): Term | undefined {
  if (!/[\s(:=-]/.test(text)) return undefined;
  const found = [...text.matchAll(/(?<![\w.-])(?:0x[0-9a-f]{8,9}|[8c][0-9a-f]{7}|-?21\d{8})(?![\w-])/gi)].flatMap(
    ([match]) => {
      const term = misprinted(match);
      return term?.kind === 'codes' ? term.values : (parseHresult(match) ?? []);
    },
  );
  return found.length > 0 ? { kind: 'codes', values: [...new Set(found)] } : undefined;
}
