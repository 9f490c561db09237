import { learn } from './evidence.ts';
import { notKnown, type LinkDefect, type LinkEffect } from './link-defect.ts';
import type { LinkPart } from './link-part.ts';
import { linkParameters } from './parameters.ts';
import { defectOfValue } from './value-defects.ts';

const names = linkParameters.map(({ name }) => name).join(', ');
const cut: LinkEffect = {
  known: true,
  says: 'the document separates parameters by "&", so the value ends there',
  source: learn,
};

/** What is wrong with one parameter of a link. `parts` are all of them. */
export function* defectsOfPart(part: LinkPart, parts: readonly LinkPart[]): Generator<LinkDefect> {
  const { name, known } = part;
  if (part.isAfterMarkup) {
    yield {
      kind: 'escaped-ampersand',
      ...(known ? { parameter: known.name } : {}),
      says: `The "&" before ${known ? `"${known.name}"` : 'a parameter'} is written "&amp;", which is markup and no part of a URL`,
      remedy: 'Escape the link once where it stands in HTML, and not at all elsewhere',
      effect: notKnown,
    };
  }
  if (!known) {
    yield unknownParameter(part, parts);
    return;
  }
  if (name !== known.name) {
    yield {
      kind: 'letter-case',
      parameter: known.name,
      says: `The name is not written "${known.name}", as the documents write it`,
      remedy: `Write "${known.name}"`,
      effect: notKnown,
    };
  }
  const same = parts.filter((other) => other.known?.name === known.name);
  if (same.indexOf(part) === 1) {
    yield {
      kind: 'repeated-parameter',
      parameter: known.name,
      says: `"${known.name}" stands ${same.length} times in the link`,
      remedy: 'Give each parameter once; percent-encode a URL that stands in another parameter',
      effect: notKnown,
    };
  }
  yield* defectsOfEscapes(part, known.name);
  const defect = defectOfValue(known.name, part.value);
  if (defect) yield { parameter: known.name, ...defect };
}

/** A name after the access token may be a piece of the token, and is not shown. */
function unknownParameter(part: LinkPart, parts: readonly LinkPart[]): LinkDefect {
  const before = parts.slice(0, parts.indexOf(part)).findLast(({ known }) => known);
  if (before?.known?.name === 'servername' && before.raw.includes('?')) {
    return {
      kind: 'cut-server',
      parameter: 'servername',
      says: 'A raw "&" cuts the URL of servername: what follows it is a parameter that nobody knows',
      remedy: 'Percent-encode the whole URL: its ":", "/", "?" and "&"',
      effect: cut,
    };
  }
  if (part.isSecret) {
    return {
      kind: 'unknown-parameter',
      says: 'After accesstoken stands a parameter that nobody knows; it may be a piece of the token, cut by a raw "&"',
      remedy: 'Percent-encode the token',
      effect: cut,
    };
  }
  const shown = /^[a-z][\w.-]{0,31}$/i.test(part.name) ? `"${part.name}"` : 'One parameter';
  return {
    kind: 'unknown-parameter',
    ...(shown === 'One parameter' ? {} : { parameter: part.name }),
    says: `${shown} is no parameter that the documents name`,
    remedy: `Use only ${names}`,
    effect: notKnown,
  };
}

function* defectsOfEscapes({ raw, isDecodable }: LinkPart, parameter: string): Generator<LinkDefect> {
  if (!isDecodable) {
    yield {
      kind: 'wrong-escape',
      parameter,
      says: `The value of "${parameter}" has a "%" that begins no escaped UTF-8`,
      remedy: 'Write %25 for a "%", and escape UTF-8',
      effect: notKnown,
    };
  }
  if (raw.includes('+')) {
    yield {
      kind: 'plus-sign',
      parameter,
      says: `The value of "${parameter}" has a raw "+", which some read as a blank and others as a plus`,
      remedy: 'Write %2B for a plus and %20 for a blank: a link is percent-encoded, not form-encoded',
      effect: notKnown,
    };
  }
}
