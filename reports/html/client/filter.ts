import type { State } from './state.ts';

/** The choices that an attribute of the same name answers. */
const attributes = ['outcome', 'level', 'must', 'way', 'cause'] as const;
/** The choices that a device has a property for, with the attribute that lists its values. */
const ofDevices = { outcome: 'outcomes', phase: 'phases', way: 'ways', cause: 'causes' } as const;

/** How many of them the choices let through. */
interface Tally {
  readonly shown: number;
  readonly all: number;
}

const texts = new WeakMap<Element, string>();

/** Shows what the choices let through, and says how many checks and devices that are. A place that is asked for is shown all the same. */
export function applyFilter(state: State, place: Element | null): { readonly checks: Tally; readonly devices: Tally } {
  const checks = [...document.querySelectorAll<HTMLElement>('[data-outcome]')];
  for (const entry of checks) setHidden(entry, !isWanted(entry, state), place);
  hideEmpty('.blocked-by', place);
  hideEmpty('.phase', place);
  const devices = [...document.querySelectorAll<HTMLElement>('.device')];
  for (const device of devices) setHidden(device, !isWantedDevice(device, state), place);
  return { checks: tally(checks), devices: tally(devices) };
}

function setHidden(entry: HTMLElement, isUnwanted: boolean, place: Element | null): void {
  const isPlace = place !== null && entry.contains(place);
  entry.hidden = isUnwanted && !isPlace;
  entry.classList.toggle('shown-anyway', isUnwanted && isPlace);
}

function tally(entries: readonly HTMLElement[]): Tally {
  return { shown: entries.filter(({ hidden }) => !hidden).length, all: entries.length };
}

function isWanted(entry: HTMLElement, state: State): boolean {
  const { outcome } = entry.dataset;
  if (state.failed !== '' && outcome !== 'failed' && outcome !== 'errored') return false;
  if (state.phase !== '' && entry.closest<HTMLElement>('.phase')?.dataset['phase'] !== state.phase) return false;
  return attributes.every((name) => has(entry.dataset[name], state[name])) && hasText(entry, state.q);
}

function isWantedDevice(device: HTMLElement, state: State): boolean {
  if (state.failed !== '' && !device.matches('.seen-in')) return false;
  const fields = Object.entries(ofDevices) as [keyof typeof ofDevices, string][];
  return fields.every(([field, list]) => has(device.dataset[list], state[field])) && hasText(device, state.q);
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

function hideEmpty(containers: string, place: Element | null): void {
  for (const container of document.querySelectorAll<HTMLElement>(containers)) {
    const entries = [...container.querySelectorAll<HTMLElement>('[data-outcome]')];
    setHidden(container, !entries.some(({ hidden }) => !hidden), place);
  }
}
