import type { HtmlButton, HtmlField, HtmlForm, HtmlLink } from './html-form.ts';
import { attributeOf, elementsOf, textOf } from './html-tree.ts';
import type { HtmlElement } from './html-tree.ts';

const controls: readonly string[] = ['input', 'select', 'textarea', 'button'];
const tableParts: readonly string[] = ['table', 'tbody', 'thead', 'tfoot', 'tr'];

/**
 * The forms among the elements of a page, in document order. A control belongs to the form that it names, to the form around it, or to the
 * form before it if that stands where a table allows no form: the parser closes such a form at once.
 */
export function readForms(elements: readonly HtmlElement[], base: string, url: string): readonly HtmlForm[] {
  const owned = new Map<HtmlElement, HtmlElement[]>(
    elements.filter(({ tagName }) => tagName === 'form').map((form) => [form, []]),
  );
  let inTable: HtmlElement | undefined;
  for (const element of elements) {
    if (element.tagName === 'form') {
      inTable = tableParts.includes(parentOf(element)?.tagName ?? '') ? element : undefined;
    }
    if (!controls.includes(element.tagName)) continue;
    const isNamed = attributeOf(element, 'form') !== undefined;
    const owner = ownerOf(element, owned) ?? (isNamed ? undefined : inTable);
    if (owner) owned.get(owner)?.push(element);
  }
  return [...owned].map(([form, members]) => formOf(form, members, base, url));
}

function ownerOf(control: HtmlElement, forms: ReadonlyMap<HtmlElement, unknown>): HtmlElement | undefined {
  const named = attributeOf(control, 'form');
  if (named !== undefined) return [...forms.keys()].find((form) => attributeOf(form, 'id') === named);
  for (let parent = parentOf(control); parent; parent = parentOf(parent)) if (forms.has(parent)) return parent;
  return undefined;
}

function parentOf({ parentNode }: HtmlElement): HtmlElement | undefined {
  return parentNode && 'tagName' in parentNode ? parentNode : undefined;
}

function formOf(form: HtmlElement, members: readonly HtmlElement[], base: string, url: string): HtmlForm {
  const action = attributeOf(form, 'action')?.trim() ?? '';
  const method = attributeOf(form, 'method')?.trim().toLowerCase();
  const enctype = attributeOf(form, 'enctype')?.trim().toLowerCase();
  return {
    method: method === 'post' || method === 'dialog' ? method : 'get',
    action,
    address: action === '' ? url : resolved(action, base),
    enctype:
      enctype === 'multipart/form-data' || enctype === 'text/plain' ? enctype : 'application/x-www-form-urlencoded',
    fields: members.flatMap(fieldOf),
    hasSubmit: members.some(isSubmit),
    buttons: members
      .filter(isSubmit)
      .filter(isUsable)
      .map((button) => buttonOf(button, base)),
  };
}

function isUsable(control: HtmlElement): boolean {
  return attributeOf(control, 'disabled') === undefined;
}

function buttonOf(button: HtmlElement, base: string): HtmlButton {
  const value = attributeOf(button, 'value') ?? '';
  const text = button.tagName === 'button' ? textOf(button) : (attributeOf(button, 'alt') ?? value);
  const action = attributeOf(button, 'formaction')?.trim() ?? '';
  const address = action === '' ? undefined : resolved(action, base);
  return {
    text: collapsed(text),
    id: attributeOf(button, 'id') ?? '',
    name: attributeOf(button, 'name') ?? '',
    value,
    ...(address === undefined ? {} : { address }),
  };
}

/** The links among the elements of a page, in document order. */
export function readLinks(elements: readonly HtmlElement[], base: string): readonly HtmlLink[] {
  return elements
    .filter(({ tagName }) => tagName === 'a' || tagName === 'area')
    .flatMap((element) => {
      const address = resolved(attributeOf(element, 'href')?.trim() ?? '', base);
      if (attributeOf(element, 'href') === undefined || address === undefined) return [];
      return [{ text: collapsed(textOf(element)), id: attributeOf(element, 'id') ?? '', address }];
    });
}

function collapsed(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** A scheme that is no web address is kept as it was written: what resolves it would write it in another way. */
function resolved(action: string, base: string): string | undefined {
  if (/^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(action)) return action;
  return URL.canParse(action, base) ? new URL(action, base).href : undefined;
}

function isSubmit(control: HtmlElement): boolean {
  const type = attributeOf(control, 'type')?.toLowerCase();
  if (control.tagName === 'button') return type === undefined || !['button', 'reset'].includes(type);
  return control.tagName === 'input' && (type === 'submit' || type === 'image');
}

function fieldOf(control: HtmlElement): HtmlField[] {
  const name = attributeOf(control, 'name') ?? '';
  if (name === '' || attributeOf(control, 'disabled') !== undefined) return [];
  const value = attributeOf(control, 'value') ?? '';
  if (control.tagName === 'select') return [{ name, type: 'select', value: chosenIn(control) }];
  if (control.tagName === 'textarea') return [{ name, type: 'textarea', value: textOf(control).replace(/^\n/, '') }];
  if (control.tagName === 'button') return [{ name, type: 'button', value, isSilent: true }];
  const type = attributeOf(control, 'type')?.toLowerCase() ?? 'text';
  if (type === 'checkbox' || type === 'radio') {
    const box = { name, type, value: attributeOf(control, 'value') ?? 'on' };
    return [attributeOf(control, 'checked') === undefined ? { ...box, isSilent: true } : box];
  }
  return [
    { name, type, value, ...(['submit', 'button', 'image', 'reset', 'file'].includes(type) ? { isSilent: true } : {}) },
  ];
}

function chosenIn(select: HtmlElement): string {
  const options = [...elementsOf(select)].filter(({ tagName }) => tagName === 'option');
  const chosen = options.findLast((option) => attributeOf(option, 'selected') !== undefined) ?? options[0];
  return chosen ? (attributeOf(chosen, 'value') ?? textOf(chosen).trim()) : '';
}
