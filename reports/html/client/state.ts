/** What a reader chose. Every field is text, as it stands in the fragment of the address. */
export type State = Readonly<Record<Field, string>>;

const fields = ['q', 'outcome', 'level', 'must', 'phase', 'way', 'cause', 'failed', 'open', 'view'] as const;
export type Field = (typeof fields)[number];

/** A fragment with this beginning holds choices; any other names a place of the page. */
const mark = '#?';

export function emptyState(): State {
  return { q: '', outcome: '', level: '', must: '', phase: '', way: '', cause: '', failed: '', open: '', view: '' };
}

/** The choices in a fragment; undefined for the fragment of a place. */
export function readState(fragment: string): State | undefined {
  if (!fragment.startsWith(mark)) return undefined;
  const given = new URLSearchParams(fragment.slice(mark.length));
  const state: Record<Field, string> = { ...emptyState() };
  for (const field of fields) state[field] = given.get(field) ?? '';
  return state;
}

/** The fragment of some choices, in a fixed order; empty for none. */
export function writeState(state: State): string {
  const chosen = fields.filter((field) => state[field] !== '').map((field) => [field, state[field]]);
  return chosen.length === 0 ? '' : `${mark}${new URLSearchParams(chosen).toString()}`;
}
