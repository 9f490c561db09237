import { nearest } from '../../device/target/suggest.ts';

const most = 5;

/** The ids that somebody may have meant who wrote another one: spelt alike, in another phase, or with more words. */
export function nearMisses(written: string, ids: readonly string[]): readonly string[] {
  const name = nameOf(written);
  const meant = [nearest(written, ids), nearest(name, ids.map(nameOf))];
  const alike = ids.filter((id) => meant.includes(id) || meant.includes(nameOf(id)));
  const longer = ids.filter((id) => name !== '' && nameOf(id).includes(name));
  const words = name.split('-').filter((word) => word.length > 3);
  const related = ids.filter((id) => words.some((word) => nameOf(id).split('-').includes(word)));
  return [...new Set([...alike, ...longer, ...related])].slice(0, most);
}

function nameOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
