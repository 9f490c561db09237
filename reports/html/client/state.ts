/** What a reader chose. Every field is text, as it stands in the fragment of the address. */
export type State = Readonly<Record<Field, string>>;

const fields = ['q', 'outcome', 'level', 'must', 'phase', 'way', 'cause', 'failed', 'open', 'view'] as const;
export type Field = (typeof fields)[number];

/** What a fragment says: a place of the page, and choices if it holds some. */
export interface Address {
  readonly place: string;
  /** Undefined for the fragment of a place alone, which leaves the choices as they are. */
  readonly state: State | undefined;
}

/** Before it stands the id of a place, which has none of its own; behind it the choices. */
const mark = '?';

export function emptyState(): State {
  return { q: '', outcome: '', level: '', must: '', phase: '', way: '', cause: '', failed: '', open: '', view: '' };
}

/** Reads `#place`, `#?choices` and `#place?choices`. An id that has the mark itself is a place. */
export function readAddress(fragment: string, isPlace: (id: string) => boolean): Address {
  const whole = decoded(fragment.slice(1));
  const at = fragment.lastIndexOf(mark);
  if (at < 0 || isPlace(whole)) return { place: whole, state: undefined };
  const given = new URLSearchParams(fragment.slice(at + 1));
  const state: Record<Field, string> = { ...emptyState() };
  for (const field of fields) state[field] = given.get(field) ?? '';
  return { place: decoded(fragment.slice(1, at)), state };
}

/** The fragment of a place and some choices, in a fixed order; empty for neither. */
export function writeAddress(place: string, state: State): string {
  const chosen = fields.filter((field) => state[field] !== '').map((field) => [field, state[field]]);
  const choices = chosen.length === 0 ? '' : `${mark}${new URLSearchParams(chosen).toString()}`;
  const fragment = `${encodeURI(place)}${choices}`;
  return fragment === '' ? '' : `#${fragment}`;
}

/** An address may be typed by hand, with a per cent sign that escapes nothing. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
