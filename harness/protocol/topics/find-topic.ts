import { indexBy } from '../codes/index-by.ts';
import { topics } from './table.ts';
import type { Topic } from './topic.ts';

const bySpelling = indexBy(topics, ({ name, spellings }) => [name, ...spellings].map(plain));

/** Every name and other spelling of a topic, as `findTopic` compares them: letters and digits in lower case. */
export const topicSpellings: readonly string[] = [...bySpelling.keys()];

/** The topic of that name or spelling; undefined if there is none. Only letters and digits count, and letter case does not. */
export function findTopic(term: string): Topic | undefined {
  return bySpelling.get(plain(term))?.[0];
}

/** The first topic with a spelling that holds the term, of four letters at least; undefined if there is none. */
export function topicHolding(term: string): Topic | undefined {
  const wanted = plain(term);
  return wanted.length < 4 ? undefined : findTopic(topicSpellings.find((spelling) => spelling.includes(wanted)) ?? '');
}

/** Letters and digits in lower case: people write blanks, hyphens and underscores as they like. */
export function plain(term: string): string {
  return term.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
