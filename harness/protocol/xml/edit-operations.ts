import type { XmlEdit } from './xml-edit.ts';
import { escapeAttribute, escapeText } from './escape.ts';
import { namespaces } from './namespaces.ts';
import type { XmlNode } from './node.ts';
import type { SourceElement } from './source-scan.ts';

/** Replaces `source.slice(from, to)`. */
interface Splice {
  readonly from: number;
  readonly to: number;
  readonly by: string;
}

/** A selected node and the element of the source that it is, or that carries it. */
interface Target {
  readonly node: XmlNode;
  readonly element: SourceElement;
}

/** The source with an edit applied at the selected nodes. Operations on elements pass over attributes. */
export function spliceSource(
  source: string,
  elements: readonly SourceElement[],
  nodes: readonly XmlNode[],
  edit: XmlEdit,
): string {
  const targets = nodes.flatMap((node) => {
    const element = elements[ordinal(node)];
    return element ? [{ node, element }] : [];
  });
  return splice(source, splicesOf(source, elements, targets, edit));
}

function splicesOf(
  source: string,
  elements: readonly SourceElement[],
  targets: readonly Target[],
  edit: XmlEdit,
): readonly Splice[] {
  const onElements = targets.filter(({ node }) => node.kind === 'element');
  const first = onElements[0];
  switch (edit.op) {
    case 'set':
      return targets.flatMap((target) => set(target, edit.to));
    case 'remove':
      return targets.flatMap(remove);
    case 'rename':
      return onElements.flatMap(({ element }) => rename(source, element, edit.to));
    case 'attribute':
      return onElements.map((target) => addAttribute(source, target, edit.name, edit.to));
    case 'duplicate':
      return first ? [insert(first.element.end, source.slice(first.element.start, first.element.end))] : [];
    case 'swap':
      return first ? swap(source, elements, first.element) : [];
    case 'append':
      return first ? append(first, edit.xml) : [];
  }
}

/** Position among all elements of the document; for an attribute, that of its element. */
function ordinal(node: XmlNode): number {
  const element = node.kind === 'element' ? node : node.parent;
  return element?.all('ancestor::* | preceding::*').length ?? -1;
}

function set({ node, element }: Target, to: string): Splice[] {
  if (node.kind === 'element') return replaceContent(element, escapeText(to));
  return attributeOf({ node, element }).map(({ valueStart, valueEnd }) => ({
    from: valueStart,
    to: valueEnd,
    by: escapeAttribute(to),
  }));
}

function remove({ node, element }: Target): Splice[] {
  if (node.kind === 'element') return [{ from: element.start, to: element.end, by: '' }];
  return attributeOf({ node, element }).map(({ start, end }) => ({ from: start, to: end, by: '' }));
}

function rename(source: string, element: SourceElement, to: string): Splice[] {
  const { uri, name } = expandedName(to);
  const prefix = uri === undefined ? (/^[^:]+(?=:)/.exec(element.name)?.[0] ?? '') : freshPrefix(source);
  const qualified = prefix === '' ? name : `${prefix}:${name}`;
  const declaration = uri === undefined ? '' : ` xmlns:${prefix}="${escapeAttribute(uri)}"`;
  const startTag = { from: element.start + 1, to: element.nameEnd, by: `${qualified}${declaration}` };
  if (element.selfClosing) return [startTag];
  return [startTag, { from: element.contentEnd + 2, to: element.end - 1, by: qualified }];
}

function addAttribute(source: string, { element }: Target, name: string, to: string): Splice {
  const { uri, name: local } = expandedName(name);
  const value = `="${escapeAttribute(to)}"`;
  if (uri === undefined) return insert(element.nameEnd, ` ${local}${value}`);
  const prefix = freshPrefix(source);
  return insert(element.nameEnd, ` xmlns:${prefix}="${escapeAttribute(uri)}" ${prefix}:${local}${value}`);
}

function swap(source: string, elements: readonly SourceElement[], element: SourceElement): Splice[] {
  const next = elements.find(({ parent, start }) => parent === element.parent && start >= element.end);
  if (!next) return [];
  return [
    { from: element.start, to: element.end, by: source.slice(next.start, next.end) },
    { from: next.start, to: next.end, by: source.slice(element.start, element.end) },
  ];
}

/** The fixed prefixes may be used in `xml`, whatever the message declares. */
function append({ node, element }: Target, xml: string): Splice[] {
  const declarations = Object.entries(namespaces)
    .filter(([prefix]) => xml.includes(`${prefix}:`) && !xml.includes(`xmlns:${prefix}=`))
    .filter(([prefix]) => node.namespaceOf(prefix) === undefined)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');
  const declare = declarations === '' ? [] : [insert(element.nameEnd, declarations)];
  if (element.selfClosing) return [...declare, ...replaceContent(element, xml)];
  return [...declare, insert(element.contentEnd, xml)];
}

function replaceContent(element: SourceElement, content: string): Splice[] {
  if (!element.selfClosing) return [{ from: element.contentStart, to: element.contentEnd, by: content }];
  if (content === '') return [];
  return [{ from: element.tagClose, to: element.end, by: `>${content}</${element.name}>` }];
}

function attributeOf({ node, element }: Target): SourceElement['attributes'] {
  const name = node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
  return element.attributes.filter((attribute) => attribute.name === name);
}

function expandedName(name: string): { readonly uri: string | undefined; readonly name: string } {
  const { uri, local } = /^\{(?<uri>[^}]*)\}(?<local>.*)$/.exec(name)?.groups ?? {};
  return { uri, name: local ?? name };
}

/** A prefix that the source does not use, so that a new declaration shadows nothing. */
function freshPrefix(source: string): string {
  let number = 1;
  while (source.includes(`e${number}:`) || source.includes(`:e${number}=`)) number += 1;
  return `e${number}`;
}

function insert(at: number, text: string): Splice {
  return { from: at, to: at, by: text };
}

/** Applies splices from the end backwards; one inside another is dropped. */
function splice(source: string, splices: readonly Splice[]): string {
  const kept = splices.filter((inner) => !splices.some((outer) => covers(outer, inner)));
  return kept
    .toSorted((one, other) => other.from - one.from || other.to - one.to)
    .reduce((text, { from, to, by }) => text.slice(0, from) + by + text.slice(to), source);
}

/** What is inserted at the edge of a replacement stays beside it. */
function covers(outer: Splice, inner: Splice): boolean {
  if (inner.from === inner.to) return outer.from < inner.from && inner.to < outer.to;
  return outer.from <= inner.from && inner.to <= outer.to && outer.to - outer.from > inner.to - inner.from;
}
