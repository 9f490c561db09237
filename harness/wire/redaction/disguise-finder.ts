import { isDerSequence } from './der-text.ts';
import { createNeedleFinder } from './needle-finder.ts';
import type { KnownSecret } from './secret-ledger.ts';
import { unescapeBytes } from './unescape-bytes.ts';
import type { Work } from './work.ts';

/** Says which secret a text holds in some form, without saying where. */
export interface DisguiseFinder {
  /** Characters of the shortest secret that it looks for. */
  readonly shortest: number;
  /** `layers`: how many layers of base64 are opened. In one layer, certificates and certificate requests do not count. */
  readonly find: (text: string, layers: number, work: Work) => KnownSecret | undefined;
  /** In a certificate or another DER structure, where a shorter secret than 8 characters stands by chance or is a part of a name. */
  readonly findInDer: (bytes: Buffer, work: Work) => KnownSecret | undefined;
}

interface Sought {
  readonly secret: KnownSecret;
  readonly needles: readonly Buffer[];
  readonly digits: readonly Buffer[];
}

/** A shorter secret is found by chance in what is read in so many ways. */
const shortestSought = 6;
const shortestInDer = 8;
/** How often a text is unescaped. */
const mostLevels = 5;
const der = /M[A-P][A-Za-z0-9+/]*(?:\s+[A-Za-z0-9+/]{4,})*={0,2}/g;
const beyondBytes = /[^\0-\xff]/;
/** Random bytes hardly ever hold so many letters in a row. */
const worthOpening = /[\t\n\r -~]{14}/;

/**
 * Looks for secrets in every form that it can undo: escaped in any way up to five times over, divided by markup, in hexadecimal digits, in
 * base64 with anything between its characters, in normal forms of Unicode. It takes time in proportion to the text.
 */
export function createDisguiseFinder(secrets: readonly KnownSecret[]): DisguiseFinder {
  const sought = secrets.filter(({ value }) => value.trim().length >= shortestSought).map(soughtOf);
  const secretFinder = (needlesOf: (one: Sought) => readonly Buffer[]): ((view: Buffer) => KnownSecret | undefined) => {
    const needles = sought.flatMap((one, rank) => needlesOf(one).map((bytes) => ({ bytes, rank })));
    const find = createNeedleFinder(needles);
    return (view) => sought[find(view) ?? -1]?.secret;
  };
  const findPlain = secretFinder(({ needles }) => needles);
  const findHex = secretFinder(({ digits }) => digits);

  const findIn = (bytes: Buffer, layers: number, work: Work): KnownSecret | undefined => {
    const views = viewsOf(bytes, work);
    for (const view of views) {
      const found = findPlain(view);
      if (found) return found;
    }
    for (const view of new Set([bytes, ...views.slice(-1)])) {
      const found = findDigits(view, work) ?? (layers > 0 ? findBase64(view, layers, work) : undefined);
      if (found) return found;
    }
    return undefined;
  };

  const findDigits = (view: Buffer, work: Work): KnownSecret | undefined => {
    work.spend(view.length);
    return findHex(kept(view, hexDigits));
  };

  const findBase64 = (view: Buffer, layers: number, work: Work): KnownSecret | undefined => {
    const symbols = kept(view, base64Symbols).toString('latin1');
    for (let skipped = 0; skipped < 4; skipped += 1) {
      work.spend(symbols.length);
      const decoded = Buffer.from(symbols.slice(skipped), 'base64');
      const isText = layers > 1 && worthOpening.test(decoded.toString('latin1'));
      const found = isText ? findIn(decoded, layers - 1, work) : findPlain(withoutZeros(decoded));
      if (found) return found;
    }
    return undefined;
  };

  return {
    shortest: shortestSought,
    find: (text, layers, work) => {
      if (sought.length === 0 || text.length < shortestSought) return undefined;
      return findIn(bytesOf(layers > 1 ? text : withoutDer(text)), layers, work);
    },
    findInDer: (bytes, work) => {
      const found = sought.length === 0 ? undefined : findIn(bytes, 2, work);
      return found !== undefined && found.value.trim().length >= shortestInDer ? found : undefined;
    },
  };
}

function soughtOf(secret: KnownSecret): Sought {
  const plain = secret.value.trim();
  const forms = new Set([plain, plain.normalize('NFC'), plain.normalize('NFD')]);
  for (const form of [...forms]) forms.add(form.replaceAll(' ', '+'));
  const needles = new Map<string, Buffer>();
  for (const form of forms) {
    const isLatin1 = Buffer.from(form, 'latin1').toString('latin1') === form;
    for (const bytes of [Buffer.from(form, 'utf8'), ...(isLatin1 ? [Buffer.from(form, 'latin1')] : [])]) {
      for (const needle of [bytes, ...levelsOf(bytes, false)]) {
        if (needle.length >= shortestSought) needles.set(needle.toString('latin1'), needle);
      }
    }
  }
  const dumps = [Buffer.from(plain, 'utf8'), Buffer.from(plain, 'utf16le')];
  return { secret, needles: [...needles.values()], digits: dumps.map((bytes) => Buffer.from(bytes.toString('hex'))) };
}

/** The bytes, and what remains at each level of unescaping, with the content of comments and without. */
function viewsOf(bytes: Buffer, work: Work): readonly Buffer[] {
  work.spend(bytes.length);
  const levels = levelsOf(bytes, false, work);
  const last = levels.at(-1) ?? bytes;
  const hasMarks = last.includes('<!--') || last.includes('<?') || last.includes('<![CDATA[') || last.includes(']]>');
  return [bytes, ...levels, ...(hasMarks ? levelsOf(bytes, true, work) : [])];
}

function levelsOf(bytes: Buffer, dropsMarks: boolean, work?: Work): Buffer[] {
  const levels: Buffer[] = [];
  for (let before = bytes; levels.length < mostLevels;) {
    work?.spend(before.length);
    const after = unescapeBytes(before, dropsMarks);
    if (after.equals(before)) break;
    levels.push(after);
    before = after;
  }
  return levels;
}

const hexDigits = table('0123456789abcdef', (character) => character);
for (const letter of 'ABCDEF') hexDigits[letter.charCodeAt(0)] = letter.toLowerCase().charCodeAt(0);
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const base64Symbols = table(`${alphabet}-_`, (character) =>
  character === '-' ? '+' : character === '_' ? '/' : character,
);

function table(characters: string, replaced: (character: string) => string): Uint8Array {
  const codes = new Uint8Array(256);
  for (const character of characters) codes[character.charCodeAt(0)] = replaced(character).charCodeAt(0);
  return codes;
}

/** The bytes that a table knows, as it replaces them. The zero of `0x` is none of the digits. */
function kept(bytes: Buffer, codes: Uint8Array): Buffer {
  const output = Buffer.allocUnsafe(bytes.length);
  const isHex = codes === hexDigits;
  let size = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const code = codes[bytes[at] ?? 0] ?? 0;
    if (code === 0x30 && isHex && bytes[at + 1] === 0x78) continue;
    output[size] = code;
    if (code !== 0) size += 1;
  }
  return output.subarray(0, size);
}

function withoutZeros(bytes: Buffer): Buffer {
  return bytes.includes(0) ? unescapeBytes(bytes, false) : bytes;
}

function withoutDer(text: string): string {
  if (!/M[A-P]/.test(text)) return text;
  return text.replace(der, (run) => (isDerSequence(Buffer.from(run, 'base64')) ? ' ' : run));
}

/** A text holds a character for each byte, or real characters. */
function bytesOf(text: string): Buffer {
  return Buffer.from(text, beyondBytes.test(text) ? 'utf8' : 'latin1');
}
