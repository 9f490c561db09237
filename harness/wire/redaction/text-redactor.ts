import { isBase64 } from './base64-text.ts';
import { findBase64Runs, rewriteRun, type Base64Run } from './base64-runs.ts';
import { isDerSequence } from './der-text.ts';
import type { Header, SecretFact } from '../exchange/exchange.ts';
import { findFieldSecrets } from './field-secret-places.ts';
import { findHiddenTexts } from './hidden-texts.ts';
import { createCutEndFinder } from './cut-end.ts';
import { createDisguiseFinder } from './disguise-finder.ts';
import { createKnownSecrets } from './known-secrets.ts';
import { openText } from './open-text.ts';
import { isPacked, unpackedBody } from './packed-body.ts';
import { placeEdit, withoutOverlaps } from './place-edits.ts';
import { isPlaceholder, type KnownSecret, type SecretLedger } from './secret-ledger.ts';
import { createRememberedTexts } from './remembered-texts.ts';
import type { SecretPlace } from './secret-place.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';
import { withheld } from './withheld.ts';
import { SecretInDer, unlessInDer } from './secret-in-der.ts';
import { affordable, type Work } from './work.ts';
import { findXmlSecrets } from './xml-secret-places.ts';

/** Takes the facts about the secrets of one exchange. */
export type FactSink = (fact: SecretFact) => void;

/** Replaces secrets in pieces of an exchange. */
export interface Redactor {
  /** A header value or another text. */
  readonly text: (text: string, sink: FactSink) => string;
  /**
   * A body, with the headers that say how it is compressed. `onSealed` is told why, in a clause, where the body is withheld whatever it
   * says: a certificate of it holds a secret, or it costs too much to be searched.
   */
  readonly bytes: (
    bytes: Uint8Array,
    sink: FactSink,
    headers?: readonly Header[],
    onSealed?: (why: string) => void,
  ) => Uint8Array;
  /** Whether a secret that it looks for holds a colon. */
  readonly seeksColons: boolean;
  /** One secret that the caller found; the placeholder that replaces it. */
  readonly secret: (place: Omit<SecretPlace, 'start' | 'end'>, sink: FactSink) => string;
}

/** The text or body that is redacted, whatever is opened in it. */
interface Pass {
  readonly sink: FactSink;
  readonly work: Work;
}

/** How deep base64 inside base64 is looked into. */
const deepest = 4;
/** Base64 characters that an attribute with a secret takes at least. */
const leastRun = 32;

/** Characters of the largest enrollment message. What is larger is none: known secrets are looked for in it, and nothing else. */
const largestMessage = 256 * 1024;

const mayHoldText = /[\t\n\r -~]{8}|(?:[ -~]\0){4}|(?:\0[ -~]){4}|(?:[ -~]\0{3}){3}|(?:\0{3}[ -~]){3}/;

/** `known` secrets are replaced wherever they appear in any form, the others where they are known to stand. */
export function createRedactor(ledger: SecretLedger, known: readonly KnownSecret[]): Redactor {
  const everywhere = createKnownSecrets(known);
  const disguises = createDisguiseFinder(everywhere.all);
  const findCutEnd = createCutEndFinder(everywhere.all);
  const least = Math.min(leastRun, everywhere.shortest);

  const redactSecret: Redactor['secret'] = ({ kind, value }, sink) => {
    if (value.trim() === '' || isPlaceholder(value.trim())) return value.trim();
    const placeholder = ledger.placeholderFor(kind, value);
    sink({ placeholder, length: value.length, base64: isBase64(value), padded: value !== value.trim() });
    return placeholder;
  };

  const redactText = (text: string, pass: Pass, depth: number): string => {
    pass.work.spend(text.length);
    if (text.length > largestMessage) return redactOpaque(text, pass);
    const places = withoutOverlaps([...findXmlSecrets(text), ...findFieldSecrets(text)]);
    const placed = applyEdits(
      text,
      places.map((place) => placeEdit(text, place, redactSecret(place, pass.sink))),
    );
    const plain = everywhere.replace(placed, (secret) => redactSecret(secret, pass.sink));
    const opened = depth < deepest ? redactRuns(plain, pass, depth) : plain;
    const disguised = disguises.find(opened, 1, pass.work);
    return disguised ? withheld(text.length, redactSecret(disguised, pass.sink)) : opened;
  };

  /** Of what is no message only what holds a secret changes; if the secret has no place in it, all of it is replaced. */
  const redactOpaque = (text: string, pass: Pass): string => {
    const short = everywhere.all.filter(({ value }) => value.trim().length < disguises.shortest);
    const replaceIn = (current: string, secret: KnownSecret): string =>
      everywhere.replace(current, () => redactSecret(secret, pass.sink), secret);
    let current = everywhere.all.reduce(replaceEncoded(pass), short.reduce(replaceIn, text));
    for (;;) {
      const found = disguises.find(current, deepest, pass.work);
      if (!found) return current;
      const next = replaceIn(current, found);
      if (next === current) return withheld(text.length, redactSecret(found, pass.sink));
      current = next;
    }
  };

  /** A token stands in a message as its base64, where it has a place of its own. */
  const replaceEncoded =
    ({ sink }: Pass) =>
    (text: string, { kind, value }: KnownSecret): string => {
      const encoded = Buffer.from(value.trim(), 'utf8').toString('base64');
      if (encoded.length < leastRun || !text.includes(encoded)) return text;
      const placeholder = redactSecret({ kind, value }, sink);
      return text.split(encoded).join(placeholder);
    };

  /** What is hidden in comments first: runs pass over them. */
  const redactRuns = (text: string, pass: Pass, depth: number): string => {
    const hidden = findHiddenTexts(text).map(({ start, end }): TextEdit => ({
      start,
      end,
      text: redactOpenRuns(text.slice(start, end), pass, depth),
    }));
    return redactOpenRuns(applyEdits(text, hidden), pass, depth);
  };

  const redactOpenRuns = (text: string, pass: Pass, depth: number): string => {
    const edits = findBase64Runs(text, least).flatMap((run): TextEdit[] => {
      const replacement = redactRun(text, run, pass, depth);
      return replacement === undefined ? [] : [{ start: run.start, end: run.end, text: replacement }];
    });
    return applyEdits(text, edits);
  };

  const untouchedRuns = Array.from({ length: deepest }, createRememberedTexts);
  const redactRun = (text: string, run: Base64Run, pass: Pass, depth: number): string | undefined => {
    const remembered = untouchedRuns[depth];
    if (remembered?.has(run.symbols)) return undefined;
    const replacement = replacementOf(text, run, pass, depth);
    if (replacement === undefined) remembered?.add(run.symbols);
    return replacement;
  };

  const replacementOf = (text: string, run: Base64Run, pass: Pass, depth: number): string | undefined => {
    for (let skipped = 0; skipped < 4; skipped += 1) {
      const bytes = Buffer.from(run.symbols.slice(skipped), 'base64');
      if (skipped === 0 && isDerSequence(bytes)) {
        const found = disguises.findInDer(bytes, pass.work);
        if (found) throw new SecretInDer(redactSecret(found, pass.sink));
        return undefined;
      }
      if (!isWorthwhile(bytes)) continue;
      const redacted = Buffer.from(redactBytes(bytes, pass, depth + 1));
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
    return mayHoldText.test(text) || isPacked(bytes) || everywhere.isIn(text);
  };

  const redactBytes = (bytes: Uint8Array, pass: Pass, depth: number, headers?: readonly Header[]): Uint8Array => {
    const unpacked = unpackedBody(bytes, headers);
    if (unpacked === 'sealed') return Buffer.from(withheld(bytes.length));
    if (unpacked) return redactUnpacked(bytes, unpacked, pass, depth);
    const before = openText(bytes);
    const after = redactText(before.text, pass, depth);
    return after === before.text ? bytes : new Uint8Array(before.encode(after));
  };

  /** Nobody asked for a compressed body, and nobody reads it: one that holds a secret goes as a whole. */
  const redactUnpacked = (bytes: Uint8Array, unpacked: Buffer, pass: Pass, depth: number): Uint8Array => {
    const placeholders: string[] = [];
    const sink: FactSink = (fact) => {
      placeholders.push(fact.placeholder);
      pass.sink(fact);
    };
    const isClean = Buffer.from(redactBytes(unpacked, { ...pass, sink }, Math.min(depth + 1, deepest))).equals(
      unpacked,
    );
    return isClean ? bytes : new Uint8Array(Buffer.from(withheld(bytes.length, placeholders[0])));
  };

  /** What begins at the end of a body and is cut off there may be most of a secret. */
  const redactEnd = (bytes: Uint8Array, sink: FactSink, headers?: readonly Header[]): Uint8Array => {
    const unpacked = unpackedBody(bytes, headers);
    if (unpacked === 'sealed') return bytes;
    const { text, encode } = openText(unpacked ?? bytes);
    const cut = findCutEnd(text);
    if (!cut) return bytes;
    const placeholder = redactSecret(cut.secret, sink);
    const kept = unpacked
      ? Buffer.from(withheld(bytes.length, placeholder))
      : encode(text.slice(0, cut.start) + placeholder);
    return new Uint8Array(kept);
  };

  const untouched = createRememberedTexts();
  const redactShortText = (text: string, sink: FactSink): string => {
    if (untouched.has(text)) return text;
    const sealing = (): string =>
      affordable(text.length, (work) => redactText(text, { sink, work }, 0)) ?? withheld(text.length);
    const after = unlessInDer(sealing, (placeholder) =>
      withheld(text.length, placeholder, 'in a certificate or another DER structure'),
    );
    if (after === text) untouched.add(text);
    return after;
  };

  return {
    text: redactShortText,
    bytes: (bytes, sink, headers, onSealed) => {
      const sealed = (why: string, instead: string): Uint8Array => {
        onSealed?.(why);
        return new Uint8Array(Buffer.from(instead));
      };
      return unlessInDer(
        () =>
          affordable(bytes.length, (work) =>
            redactEnd(redactBytes(bytes, { sink, work }, 0, headers), sink, headers),
          ) ?? sealed('a message of this exchange costs too much to be searched for secrets', withheld(bytes.length)),
        (placeholder) =>
          sealed(
            `a certificate of this exchange holds ${placeholder}`,
            withheld(bytes.length, placeholder, 'in a certificate or another DER structure'),
          ),
      );
    },
    seeksColons: everywhere.all.some(({ value }) => value.includes(':')),
    secret: redactSecret,
  };
}

function commonPrefix(a: Buffer, b: Buffer): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
