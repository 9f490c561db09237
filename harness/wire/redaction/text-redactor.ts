import { isBase64 } from './base64-text.ts';
import { findBase64Runs, rewriteRun, type Base64Run } from './base64-runs.ts';
import { isDerSequence } from './der-text.ts';
import type { SecretFact } from '../exchange/exchange.ts';
import { findFieldSecrets } from './field-secret-places.ts';
import { findHiddenTexts } from './hidden-texts.ts';
import { isPlaceholder, type KnownSecret, type SecretLedger } from './secret-ledger.ts';
import { createSecretMatcher, type SecretMatcher } from './secret-matcher.ts';
import type { SecretPlace } from './secret-place.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { isWeakSecret } from './weak-secret.ts';
import { findXmlSecrets } from './xml-secret-places.ts';

/** Takes the facts about the secrets of one exchange. */
export type FactSink = (fact: SecretFact) => void;

/** Replaces secrets in pieces of an exchange. */
export interface Redactor {
  /** A header value or another text. */
  readonly text: (text: string, sink: FactSink) => string;
  readonly bytes: (bytes: Uint8Array, sink: FactSink) => Uint8Array;
  /** One secret that the caller found; the placeholder that replaces it. */
  readonly secret: (place: Omit<SecretPlace, 'start' | 'end'>, sink: FactSink) => string;
}

interface Known {
  readonly secret: KnownSecret;
  readonly matcher: SecretMatcher;
}

/** How deep base64 inside base64 is looked into. */
const deepest = 3;
/** Base64 characters that an attribute with a secret takes at least. */
const leastRun = 32;

/** Header values, addresses and words come again with every exchange: those that hold no secret are remembered, up to this length and number. */
const mostRemembered = 512;
const mostUntouched = 4096;

const mayHoldText = /[\t\n\r -~]{8}|(?:[ -~]\0){4}|(?:\0[ -~]){4}/;

/** `known` secrets are replaced wherever they appear in any form, the others where they are known to stand. */
export function createRedactor(ledger: SecretLedger, known: readonly KnownSecret[]): Redactor {
  const everywhere: Known[] = known
    .filter(({ value }) => !isWeakSecret(value))
    .sort((a, b) => b.value.length - a.value.length)
    .map((secret) => ({ secret, matcher: createSecretMatcher(secret.value.trim()) }));

  const shortest = Math.min(...everywhere.map(({ secret }) => secret.value.trim().length));
  const least = Math.min(leastRun, shortest);

  const redactSecret: Redactor['secret'] = ({ kind, value }, sink) => {
    if (value.trim() === '' || isPlaceholder(value.trim())) return value.trim();
    const placeholder = ledger.placeholderFor(kind, value);
    sink({ placeholder, length: value.length, base64: isBase64(value), padded: value !== value.trim() });
    return placeholder;
  };

  const redactText = (text: string, sink: FactSink, depth: number): string => {
    const places = withoutOverlaps([...findXmlSecrets(text), ...findFieldSecrets(text)]);
    const placed = applyEdits(
      text,
      places.map((place) => placeEdit(text, place, redactSecret(place, sink))),
    );
    const plain = everywhere.reduce((current, one) => redactKnown(current, one, sink), placed);
    return depth < deepest ? redactRuns(plain, sink, depth) : plain;
  };

  const redactKnown = (text: string, { secret, matcher }: Known, sink: FactSink): string => {
    const matches = matcher.findIn(text);
    if (matches.length === 0) return text;
    const found = matches.filter(([start, end]) => secret.value.length >= 8 || !isInsideBase64(text, start, end));
    return applyEdits(
      text,
      found.map(([start, end]) => ({ start, end, text: redactSecret(secret, sink) })),
    );
  };

  /** What is hidden in comments first: runs pass over them. */
  const redactRuns = (text: string, sink: FactSink, depth: number): string => {
    const hidden = findHiddenTexts(text).map(({ start, end }): TextEdit => ({
      start,
      end,
      text: redactOpenRuns(text.slice(start, end), sink, depth),
    }));
    return redactOpenRuns(applyEdits(text, hidden), sink, depth);
  };

  const redactOpenRuns = (text: string, sink: FactSink, depth: number): string => {
    const edits = findBase64Runs(text, least).flatMap((run): TextEdit[] => {
      const replacement = redactRun(text, run, sink, depth);
      return replacement === undefined ? [] : [{ start: run.start, end: run.end, text: replacement }];
    });
    return applyEdits(text, edits);
  };

  const untouchedRuns = Array.from({ length: deepest }, () => new Set<string>());
  const redactRun = (text: string, run: Base64Run, sink: FactSink, depth: number): string | undefined => {
    const remembered = untouchedRuns[depth];
    if (remembered?.has(run.symbols)) return undefined;
    const replacement = replacementOf(text, run, sink, depth);
    if (replacement === undefined && remembered) remember(remembered, run.symbols);
    return replacement;
  };

  const replacementOf = (text: string, run: Base64Run, sink: FactSink, depth: number): string | undefined => {
    for (let skipped = 0; skipped < 4; skipped += 1) {
      const bytes = Buffer.from(run.symbols.slice(skipped), 'base64');
      if (skipped === 0 && isDerSequence(bytes)) return undefined;
      if (!isWorthwhile(bytes)) continue;
      const redacted = Buffer.from(redactBytes(bytes, sink, depth + 1));
      if (redacted.equals(bytes)) continue;
      const text64 = redacted.toString('latin1').trim();
      if (skipped === 0 && isPlaceholder(text64)) return text64;
      const quad = Math.floor(commonPrefix(bytes, redacted) / 3);
      return rewriteRun(text, run, skipped + 4 * quad, redacted.subarray(3 * quad));
    }
    return undefined;
  };

  const isWorthwhile = (bytes: Buffer): boolean => {
    const text = bytes.toString('latin1');
    return mayHoldText.test(text) || everywhere.some(({ matcher }) => matcher.isIn(text));
  };

  const redactBytes = (bytes: Uint8Array, sink: FactSink, depth: number): Uint8Array => {
    const before = openText(bytes);
    const after = redactText(before.text, sink, depth);
    return after === before.text ? bytes : new Uint8Array(before.encode(after));
  };

  const untouched = new Set<string>();
  const redactShortText = (text: string, sink: FactSink): string => {
    if (untouched.has(text)) return text;
    const after = redactText(text, sink, 0);
    if (after === text) remember(untouched, text);
    return after;
  };

  return {
    text: redactShortText,
    bytes: (bytes, sink) => redactBytes(bytes, sink, 0),
    secret: redactSecret,
  };
}

function remember(untouched: Set<string>, text: string): void {
  if (text.length <= mostRemembered && untouched.size < mostUntouched) untouched.add(text);
}

/** Of places that overlap, the one that begins first, and then the longer one. */
function withoutOverlaps(places: readonly SecretPlace[]): SecretPlace[] {
  let end = 0;
  return [...places]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter((place) => {
      if (place.start < end) return false;
      end = place.end;
      return true;
    });
}

/** White space around a secret stays where it is. */
function placeEdit(text: string, { start, end }: SecretPlace, placeholder: string): TextEdit {
  const written = text.slice(start, end);
  const lead = written.length - written.trimStart().length;
  const trail = written.length - written.trimEnd().length;
  if (placeholder === '') return { start, end: start, text: '' };
  return { start: start + lead, end: Math.max(start + lead, end - trail), text: placeholder };
}

/** A short secret inside a long stretch of base64 is there by chance. */
function isInsideBase64(text: string, start: number, end: number): boolean {
  const before = /[A-Za-z0-9+/]*$/.exec(text.slice(Math.max(0, start - 64), start))?.[0] ?? '';
  const after = /^[A-Za-z0-9+/]*/.exec(text.slice(end, end + 64))?.[0] ?? '';
  return before.length + after.length >= 56;
}

function commonPrefix(a: Buffer, b: Buffer): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}

/** A text that edits leave byte for byte as it was elsewhere: UTF-16 as such, all else one character for each byte. */
function openText(bytes: Uint8Array): { readonly text: string; readonly encode: (text: string) => Buffer } {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [first, second] = buffer;
  const isEven = buffer.length % 2 === 0;
  if (isEven && ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0))) {
    return { text: buffer.toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
  }
  if (isEven && ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c))) {
    const text = Buffer.from(buffer).swap16().toString('utf16le');
    return { text, encode: (edited) => Buffer.from(edited, 'utf16le').swap16() };
  }
  return { text: buffer.toString('latin1'), encode: (text) => Buffer.from(text, 'latin1') };
}
