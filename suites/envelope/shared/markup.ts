import { writtenEncoding } from '../../../harness/protocol/xml/written-encoding.ts';

/** What stands in a document beside its elements, and what no SOAP message may have. */
export interface Markup {
  /** Whether it holds an Envelope element and is no JSON that quotes one, so that it is meant as a SOAP message. */
  readonly isEnvelope: boolean;
  readonly hasDoctype: boolean;
  /** Targets of the processing instructions, the XML declaration apart. */
  readonly processingInstructions: readonly string[];
}

const sections = [
  { start: '<!--', end: '-->' },
  { start: '<![CDATA[', end: ']]>' },
  { start: '<?', end: '?>' },
] as const;

/** Bodies of a session never change, and several checks ask for the markup of each. */
const known = new WeakMap<Uint8Array, Markup>();

/** Reads the markup of a document in one pass, well-formed or not. */
export function readMarkup(body: Uint8Array): Markup {
  const markup = known.get(body) ?? readAnew(body);
  known.set(body, markup);
  return markup;
}

function readAnew(body: Uint8Array): Markup {
  const text = new TextDecoder(writtenEncoding(body)).decode(body);
  const isJson = /^\s*[{["]/.test(text);
  const processingInstructions: string[] = [];
  let isEnvelope = false;
  let hasDoctype = false;
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at + 1)) {
    const section = sections.find(({ start }) => text.startsWith(start, at));
    if (!section) {
      isEnvelope ||= !isJson && /^<(?:[\w.-]+:)?Envelope[\s>/]/.test(text.slice(at, at + 80));
      hasDoctype ||= text.startsWith('<!DOCTYPE', at);
      continue;
    }
    const end = text.indexOf(section.end, at);
    if (end === -1) break;
    if (section.start === '<?') processingInstructions.push(/^[^\s?]*/.exec(text.slice(at + 2, end))?.[0] ?? '');
    at = end;
  }
  return {
    isEnvelope,
    hasDoctype,
    processingInstructions: processingInstructions.filter((target) => target !== 'xml'),
  };
}
