import { XmlXPath, XmlXPathError } from 'libxml2-wasm';
import type { XmlNode as RawNode } from 'libxml2-wasm';
import { namespaces } from './namespaces.ts';

/** An XPath of ours that does not compile, uses an unknown prefix, or does not select elements and attributes. */
export class InvalidXPath extends Error {
  override readonly name = 'InvalidXPath';
}

/** A limit, so that expressions made from data cannot fill the memory; expressions in the code are few. */
const limit = 2000;
const compiled = new Map<string, XmlXPath>();

/** The first node that `expression` selects from `context`, in document order. */
export function selectFirst(context: RawNode, expression: string): RawNode | undefined {
  return evaluate(expression, (xpath) => context.get(xpath)) ?? undefined;
}

/** All nodes that `expression` selects from `context`, in document order. */
export function selectAll(context: RawNode, expression: string): RawNode[] {
  return evaluate(expression, (xpath) => context.find(xpath));
}

/** How many nodes `expression` selects from `context`: counted where they are, with no object for any. */
export function countAll(context: RawNode, expression: string): number {
  return evaluate(`count(${expression})`, (xpath) => Number(context.eval(xpath)));
}

function evaluate<Result>(expression: string, select: (xpath: XmlXPath) => Result): Result {
  try {
    return select(compile(expression));
  } catch (error) {
    throw new InvalidXPath(explain(expression, error), { cause: error });
  }
}

function compile(expression: string): XmlXPath {
  const known = compiled.get(expression);
  if (known) return known;
  if (compiled.size >= limit) forget();
  const xpath = XmlXPath.compile(expression, prefixesIn(expression));
  compiled.set(expression, xpath);
  return xpath;
}

/** Each prefix costs a call into the sandbox at every evaluation, so only those that occur are bound. */
function prefixesIn(expression: string): Record<string, string> {
  return Object.fromEntries(Object.entries(namespaces).filter(([prefix]) => expression.includes(`${prefix}:`)));
}

function forget(): void {
  for (const xpath of compiled.values()) xpath.dispose();
  compiled.clear();
}

function explain(expression: string, error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  if (!(error instanceof XmlXPathError)) return `XPath "${expression}": ${reason}`;
  return reason.includes('prefix')
    ? `XPath "${expression}" uses a prefix that is not one of ${Object.keys(namespaces).join(', ')}`
    : `XPath "${expression}" is not a valid XPath 1.0 expression`;
}
