/** The elements with which pages begin whose author left out what HTML allows to leave out (HTML Standard, 13.1.2.4), or wrote a part of a page. */
const first =
  /^(?:html|head|body|title|meta|base|link|style|script|noscript|h[1-6]|p|div|center|main|section|pre|table|form|iframe)$/i;

const xhtml = 'http://www.w3.org/1999/xhtml';

/** Whether a document that begins with such an element is a page. */
export function isPageElement({ name, namespace }: { readonly name: string; readonly namespace: string }): boolean {
  return (namespace === '' || namespace === xhtml) && first.test(name);
}
