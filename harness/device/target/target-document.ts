import { readFileSync } from 'node:fs';
import { isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Document, Node, YAMLMap } from 'yaml';
import { readText } from './pem-file.ts';
import { TargetError } from './target-error.ts';

/** The text of a target file, read but not judged. */
export interface TargetDocument {
  readonly file: string;
  readonly content: Readonly<Record<string, unknown>>;
  /**
   * `file:line:column` of what stands at `path` below the first of `roots` that has it, or of the field `unknown` there; undefined if it
   * stands nowhere.
   */
  readonly place: (roots: readonly Path[], path: Path, unknown?: string) => string | undefined;
}

/** The names of fields, from the outermost on. */
export type Path = readonly string[];

/** The YAML reader compares each key with every other key, so a long file would take too long. */
const longestFile = 65_536;
const example = 'expected fields such as "url" and "email", one on each line ("url: https://host")';

/** Reads YAML or JSON, with anchors and merge keys (`<<`). Throws `TargetError`: file, line, column, problem. */
export function readTargetDocument(file: string): TargetDocument {
  const text = readText(file, 'target file');
  if (text.length > longestFile) {
    throw new TargetError(
      `${file}: ${text.length} characters are too many for a target file; the limit is ${longestFile}`,
    );
  }
  refuseOtherEncoding(file);
  if (text.replace('\uFEFF', '').trim() === '') throw new TargetError(`${file} is empty; ${example}`);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'error', merge: true });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const [syntax] = document.errors;
  if (syntax) throw new TargetError(`${at(syntax.pos[0])}: ${syntaxText(syntax, text)}`);
  if (!isMap(document.contents)) throw new TargetError(`${file}: ${example}`);
  const root = document.contents;
  return {
    file,
    content: contentOf(document, file),
    place: (roots, path, unknown) => {
      const node = roots
        .map((names) => nodeAt(document, root, [...names, ...path], unknown))
        .find((found) => found !== undefined);
      return node?.range ? at(node.range[0]) : undefined;
    },
  };
}

/** Throws `TargetError` for an alias that names nothing, and for aliases that expand without end. */
function contentOf(document: Document, file: string): Readonly<Record<string, unknown>> {
  try {
    return document.toJS() as Readonly<Record<string, unknown>>;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new TargetError(
      `${file}: ${unquoted(error.message)}; an alias (*name) repeats what an anchor (&name) before it marks`,
    );
  }
}

/** Windows tools save UTF-16, which would be read as signs without meaning. */
function refuseOtherEncoding(file: string): void {
  const [first, second] = readFileSync(file);
  const isWide = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  if (isWide) throw new TargetError(`${file} is UTF-16 text; save it as UTF-8`);
}

/** The node at a path, or the key `unknown` of the map there; what a merge key or an alias brings along counts, too. */
function nodeAt(document: Document, root: YAMLMap, path: Path, unknown?: string): Node | undefined {
  let node: unknown = root;
  for (const name of path) {
    if (isMap(node)) node = pairIn(document, node, name)?.value;
    else node = isSeq(node) ? node.items[Number(name)] : undefined;
    if (isAlias(node)) node = node.resolve(document);
  }
  if (unknown === undefined) return isNode(node) && path.length > 0 ? node : undefined;
  const key = isMap(node) ? pairIn(document, node, unknown)?.key : undefined;
  return isNode(key) ? key : undefined;
}

function pairIn(document: Document, map: YAMLMap, name: string): YAMLMap['items'][number] | undefined {
  const own = map.items.find(({ key }) => isScalar(key) && String(key.value) === name);
  if (own) return own;
  for (const { key, value } of map.items) {
    if (!isScalar(key) || key.value !== '<<') continue;
    const merged: unknown = isAlias(value) ? value.resolve(document) : value;
    const found = isMap(merged) ? pairIn(document, merged, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

function syntaxText(
  { code, message, pos }: { code: string; message: string; pos: [number, number] },
  text: string,
): string {
  switch (code) {
    case 'DUPLICATE_KEY': {
      const key = /^["']?([\w$.-]{1,64})/.exec(text.slice(pos[0]))?.[1];
      return `Map keys must be unique${key === undefined ? '' : `; "${key}" stands here for the second time`}`;
    }
    case 'MULTIPLE_DOCS':
      return 'a target file is one document; for several targets, name them below "targets"';
    case 'TAB_AS_INDENT':
      return 'a tab is not allowed as indentation; use spaces';
    default:
      return unquoted(firstLine(message));
  }
}

/** What the reader of YAML quotes behind a colon may be a password that begins with a sign of YAML. */
function unquoted(message: string): string {
  return message.replace(/: .*$/s, '');
}

function firstLine(text: string): string {
  return (text.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}
