import { latin1Names } from './entity-names.ts';

const asciiNames: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
const jsonEscapes: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  '\n': 'n',
  '\r': 'r',
  '\t': 't',
};

/** Every repetition has a bound, so that no text takes longer than its length allows. */
const percent = '%(?:25){0,4}';
const semicolon = `(?:;|${percent}3[bB])`;
const hash = `(?:#|${percent}23)`;
const zeros = '0{0,8}';
/** JSON in JSON in JSON: each level doubles the backslashes. */
const backslashes = String.raw`\\{1,8}`;
const ampersand = `(?:&|${backslashes}u0026|${percent}26)(?:(?:amp|#${zeros}38|#[xX]${zeros}26)${semicolon}){0,4}`;

/** The pattern of every form that a character may have: plain, as UTF-8 bytes, and escaped for XML, HTML, JSON, quoted-printable or a URL. */
export function characterPattern(character: string): string {
  const utf8 = Buffer.from(character, 'utf8');
  const code = character.codePointAt(0) ?? 0;
  const escaped = jsonEscapes[character];
  const forms = [
    literal(character),
    ...(utf8.length > 1 ? [literal(utf8.toString('latin1'))] : []),
    entityPattern(character, code),
    [...utf8].map((byte) => bytePattern(byte)).join(''),
    ...(utf8.length > 1 && code <= 0xff ? [bytePattern(code)] : []),
    ...(character === ' ' ? ['\\+'] : []),
    ...(escaped === undefined ? [] : [backslashes + literal(escaped)]),
    character.split('').map(jsonUnicodePattern).join(''),
  ];
  return `(?:${forms.join('|')})`;
}

function entityPattern(character: string, code: number): string {
  const name = asciiNames[character] ?? latin1Names[code - 0xa0];
  const numbers = `${hash}(?:${zeros}${code}|[xX]${zeros}${hexPattern(code.toString(16))})`;
  return `${ampersand}(?:${name === undefined ? '' : `${name}|`}${numbers})${semicolon}`;
}

function jsonUnicodePattern(unit: string): string {
  return `${backslashes}u${hexPattern(unit.charCodeAt(0).toString(16).padStart(4, '0'))}`;
}

/** A byte in a URL, in quoted-printable, or as JavaScript writes it. */
function bytePattern(byte: number): string {
  return `(?:${percent}|=|${backslashes}x)${hexPattern(byte.toString(16).padStart(2, '0'))}`;
}

/** The pattern of hexadecimal digits in either case. */
export function hexPattern(digits: string): string {
  return digits.replace(/[a-f]/g, (digit) => `[${digit}${digit.toUpperCase()}]`);
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
