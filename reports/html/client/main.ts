import { addCopyButtons } from './copy.ts';
import { applyFilter } from './filter.ts';
import { emptyState, readAddress, writeAddress, type Field, type State } from './state.ts';

const tools = document.querySelector<HTMLElement>('#tools');
const openAll = document.querySelector<HTMLButtonElement>('#open-all');
let state: State = emptyState();
/** The id of the place that the address names; empty for none. */
let place = '';

/** Where a choice is made. A check box has the text "1" where it is checked. */
function controls(): NodeListOf<HTMLInputElement | HTMLSelectElement> {
  return document.querySelectorAll('[data-field]');
}

function fieldOf({ dataset }: HTMLElement): Field {
  return dataset['field'] as Field;
}

function valueOf(control: HTMLInputElement | HTMLSelectElement): string {
  if (control.type === 'radio' || control.type === 'checkbox') return control.checked ? control.value : '';
  return control.value;
}

/** What the controls say; of radio buttons, the one that is checked. */
function readControls(): State {
  const read: Record<Field, string> = { ...emptyState(), open: state.open };
  for (const control of controls()) read[fieldOf(control)] ||= valueOf(control);
  return read;
}

function showControls(): void {
  for (const control of controls()) {
    const wanted = state[fieldOf(control)];
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = control.value === wanted;
    else control.value = wanted;
  }
  if (openAll) openAll.textContent = state.open === '' ? 'Expand all' : 'Collapse all';
}

function show(): void {
  const { checks, devices } = applyFilter(state, placeElement());
  const anyway = document.querySelector('.shown-anyway');
  const besides = anyway ? ' The choices hide the place that the address names; it is shown all the same.' : '';
  document
    .querySelector('#shown')
    ?.replaceChildren(`${checks.shown} of ${checks.all} checks shown${besides && `.${besides}`}`);
  const hidden = devices.all - devices.shown;
  const note = document.querySelector<HTMLElement>('#shown-devices');
  if (!note) return;
  note.hidden = hidden === 0;
  note.textContent = `${hidden} of ${devices.all} devices are hidden by what was chosen under Checks. Search, outcome, phase, way in, cause and "Only what failed" act on devices; level and kind of MUST do not.`;
}

function placeElement(): HTMLElement | null {
  return place === '' ? null : document.getElementById(place);
}

/** The choices go into the address, behind the place that it names; no step back is made of them. */
function choose(next: State): void {
  const wasOpen = state.open;
  state = next;
  writeIt();
  if (state.open !== wasOpen) setOpen(state.open !== '');
  showControls();
  show();
}

function writeIt(): void {
  history.replaceState(null, '', writeAddress(place, state) || location.pathname + location.search);
}

/** What is open when the page comes stays open. */
function setOpen(isOpen: boolean): void {
  for (const details of document.querySelectorAll('details')) details.open = isOpen;
  addCopyButtons(document, linkTo);
}

/** The address of a place with the choices of now. */
function linkTo(id: string): string {
  return `${location.href.replace(/#.*$/s, '')}${writeAddress(id, state)}`;
}

/** What stands around the place is opened. */
function showPlace(element: HTMLElement): void {
  for (let around = element.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  document.querySelector('.place')?.classList.remove('place');
  element.classList.add('place');
  (element.matches('.inside') ? element.parentElement : element)?.scrollIntoView();
}

/** A link to a place leaves the choices as they are, and they go behind it into the address; a step back has those that were there. */
function followAddress(): void {
  const given = readAddress(location.hash, (id) => document.getElementById(id) !== null);
  place = given.place;
  const next = given.state ?? (location.hash === '' ? { ...emptyState(), view: state.view } : state);
  if (next.open !== state.open) setOpen(next.open !== '');
  state = next;
  if (location.hash !== '') writeIt();
  showControls();
  show();
  const element = placeElement();
  if (element) showPlace(element);
}

for (const control of controls()) {
  control.addEventListener(control.type === 'search' ? 'input' : 'change', () => {
    choose(readControls());
  });
}
openAll?.addEventListener('click', () => {
  choose({ ...state, open: state.open === '' ? '1' : '' });
});
document.querySelector('#clear')?.addEventListener('click', () => {
  place = '';
  choose({ ...emptyState(), view: state.view });
});
for (const link of document.querySelectorAll<HTMLAnchorElement>('[data-outcomes-link]'))
  link.href = writeAddress('checks', { ...emptyState(), outcome: link.dataset['outcomesLink'] ?? '' });
document.querySelector('#print-now')?.addEventListener('click', () => {
  const whole = document.querySelector<HTMLInputElement>('#print-all');
  if (whole) whole.checked = true;
  print();
});
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) addCopyButtons(target, linkTo);
  },
  true,
);
window.addEventListener('hashchange', followAddress);

for (const part of document.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
if (tools) tools.hidden = false;
state = readControls();
addCopyButtons(document, linkTo);
show();
followAddress();
