import { addCopyButtons } from './copy.ts';
import { applyFilter } from './filter.ts';
import { emptyState, readState, writeState, type Field, type State } from './state.ts';

const tools = document.querySelector<HTMLElement>('#tools');
const openAll = document.querySelector<HTMLButtonElement>('#open-all');
let state: State = emptyState();

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
  const { shown, all } = applyFilter(state);
  document.querySelector('#shown')?.replaceChildren(`${shown} of ${all} checks shown`);
}

/** The choices go into the address, where no step back is made of them. */
function choose(next: State): void {
  const wasOpen = state.open;
  state = next;
  history.replaceState(null, '', writeState(state) || location.pathname + location.search);
  if (state.open !== wasOpen) setOpen(state.open !== '');
  showControls();
  show();
}

/** What is open when the page comes stays open. */
function setOpen(isOpen: boolean): void {
  for (const details of document.querySelectorAll('details')) details.open = isOpen;
  addCopyButtons(document);
}

/** A place that the choices hide is shown: they are given up, and stay given up. */
function showPlace(): void {
  const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!place) return;
  if (place.closest('[hidden]')) {
    state = { ...emptyState(), view: state.view, open: state.open };
    showControls();
    show();
  }
  for (let around = place.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true;
  place.scrollIntoView();
}

function followAddress(): void {
  const given = readState(location.hash);
  if (!given) {
    showPlace();
    return;
  }
  if (given.open !== state.open) setOpen(given.open !== '');
  state = given;
  showControls();
  show();
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
  choose({ ...emptyState(), view: state.view });
});
document.querySelector('#print-now')?.addEventListener('click', () => {
  const whole = document.querySelector<HTMLInputElement>('#print-all');
  if (whole) whole.checked = true;
  print();
});
document.addEventListener(
  'toggle',
  ({ target }) => {
    if (target instanceof HTMLDetailsElement && target.open) addCopyButtons(target);
  },
  true,
);
window.addEventListener('hashchange', followAddress);

for (const part of document.querySelectorAll<HTMLElement>('[data-script]')) part.hidden = false;
if (tools) tools.hidden = false;
state = readControls();
addCopyButtons(document);
show();
followAddress();
