import type { Document } from 'yaml';
import { isMap, isSeq } from 'yaml';
import type { Waiver } from '../../engine/verdict/waiver.ts';

const heading = '# Known failures. docs/waivers.md says what each field means.\n';

/**
 * The text of a waivers file with further waivers at the end of its list. What stood there keeps its comments and its order; JSON stays JSON. `document` is
 * that of `text`; without both, a new file in YAML begins.
 */
export function addWaivers(
  text: string,
  document: Document | undefined,
  added: readonly Waiver[],
  yaml: Writer,
): string {
  if (document === undefined) return `${heading}${yaml({ waivers: added })}`;
  const value = jsonIn(text);
  if (value !== undefined) return `${JSON.stringify({ ...value, waivers: [...value.waivers, ...added] }, null, 2)}\n`;
  const list = isMap(document.contents) ? document.contents.get('waivers', true) : undefined;
  // An empty list in brackets would take what is added in brackets, too.
  if (isSeq(list) && list.items.length === 0) list.flow = false;
  for (const waiver of added) document.addIn(['waivers'], document.createNode(waiver));
  return document.toString({ lineWidth: 0 });
}

type Writer = (value: unknown) => string;

interface Content {
  readonly waivers: readonly unknown[];
}

function jsonIn(text: string): Content | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as Content;
  } catch {
    // YAML, which was read already.
    return undefined;
  }
}
