/** Puts a button behind each place and command of this part of the page that has none yet. */
export function addCopyButtons(part: ParentNode, linkTo: (place: string) => string): void {
  for (const place of part.querySelectorAll<HTMLElement>('.inside[id], .card[id]')) {
    if (isClosed(place)) continue;
    addButton(place, 'Copy link', () => linkTo(place.id));
  }
  for (const command of part.querySelectorAll<HTMLElement>('pre.command')) {
    if (isClosed(command)) continue;
    addButton(command, 'Copy command', () => command.querySelector('code')?.textContent ?? '');
  }
}

/** What nobody sees yet gets its button when it is opened. */
function isClosed(element: Element): boolean {
  return element.closest('details:not([open])') !== null;
}

function addButton(place: HTMLElement, name: string, textOf: () => string): void {
  if (place.dataset['copy'] !== undefined) return;
  place.dataset['copy'] = '';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copy';
  button.textContent = name;
  button.addEventListener('click', () => {
    void copy(textOf(), button).then((isDone) => {
      button.textContent = isDone ? 'Copied' : 'Select and copy it by hand';
      document.querySelector('#said')?.replaceChildren(button.textContent);
    });
  });
  if (place.matches('pre')) place.after(button);
  else (place.querySelector(':scope > .head') ?? place).append(button);
}

/** Where the clipboard is closed to pages, the text stands beside the button, selected. */
async function copy(text: string, button: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const field = document.createElement('input');
    field.value = text;
    field.readOnly = true;
    field.setAttribute('aria-label', 'Text to copy');
    button.before(field);
    field.select();
    return false;
  }
}
