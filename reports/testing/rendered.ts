import type { Results } from '../../harness/engine/verdict/results.ts';
import type { Session } from '../../harness/wire/exchange/exchange.ts';
import { loadRenderer, renderers } from '../index.ts';
import { filesOf } from '../renderer.ts';

/** The files of a report as texts, by their names in the output folder. */
export async function rendered(
  format: string,
  results: Results,
  session: Session,
): Promise<ReadonlyMap<string, string>> {
  const files = filesOf(await loadRenderer(format), results, session);
  return new Map(
    files.map(({ name, content }) => {
      if (typeof content !== 'string') throw new TypeError(`${name} is no text`);
      return [name, content];
    }),
  );
}

/** The same of all formats. */
export async function renderedInAll(results: Results, session: Session): Promise<ReadonlyMap<string, string>> {
  const all = await Promise.all(Object.keys(renderers).map((format) => rendered(format, results, session)));
  return new Map(all.flatMap((files) => [...files]));
}
