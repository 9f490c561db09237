import type { State } from './state.ts';

/** The choices that an attribute of the same name answers. */
const attributes = ['outcome', 'level', 'must', 'way', 'cause'] as const;

const texts = new WeakMap<Element, string>();

/** Shows what the choices let through, and says how many checks that are. */
export function applyFilter(state: State): { readonly shown: number; readonly all: number } {
  const entries = [...document.querySelectorAll<HTMLElement>('[data-outcome]')];
  for (const entry of entries) entry.hidden = !isWanted(entry, state);
  hideEmpty('.blocked-by', '[data-outcome]');
  hideEmpty('.phase', '[data-outcome]');
  for (const device of document.querySelectorAll<HTMLElement>('.device')) {
    device.hidden = !hasText(device, state.q) || (state.failed !== '' && !device.matches('.seen-in'));
  }
  return { shown: entries.filter(({ hidden }) => !hidden).length, all: entries.length };
}

function isWanted(entry: HTMLElement, state: State): boolean {
  const { outcome } = entry.dataset;
  if (state.failed !== '' && outcome !== 'failed' && outcome !== 'errored') return false;
  if (state.phase !== '' && entry.closest<HTMLElement>('.phase')?.dataset['phase'] !== state.phase) return false;
  return attributes.every((name) => has(entry.dataset[name], state[name])) && hasText(entry, state.q);
}

/** An attribute may have several values, with blanks between them. */
function has(values: string | undefined, wanted: string): boolean {
  return wanted === '' || (values ?? '').split(' ').includes(wanted);
}

/** Whether each word of a search stands in it. */
function hasText(element: Element, search: string): boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const text = texts.get(element) ?? element.textContent.toLowerCase();
  texts.set(element, text);
  return words.every((word) => text.includes(word));
}

function hideEmpty(containers: string, entries: string): void {
  for (const container of document.querySelectorAll<HTMLElement>(containers)) {
    container.hidden = ![...container.querySelectorAll<HTMLElement>(entries)].some(({ hidden }) => !hidden);
  }
}
