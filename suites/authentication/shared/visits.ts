import { leadsOn } from '../../../harness/engine/evidence/leads-on.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';

/** The exchanges of one window, from the first page on. */
export interface Visit {
  /** What is different about it. */
  readonly variant: string;
  readonly first: Evidence;
  readonly last: Evidence;
  readonly pages: readonly [Evidence, ...Evidence[]];
  /** Whether a user filled a form in it. */
  readonly isFilled: boolean;
}

/** The windows that some exchanges are of, in order. In a recording of others, each exchange stands for itself. */
export function visitsIn(pages: readonly Evidence[]): readonly Visit[] {
  const visits = new Map<string, [Evidence, ...Evidence[]]>();
  for (const page of pages) {
    const { label, index } = page.exchange;
    const key = label?.variant === undefined ? String(index) : `${label.scenario} ${label.flow} ${label.variant}`;
    const known = visits.get(key);
    if (known) known.push(page);
    else visits.set(key, [page]);
  }
  return [...visits.values()].map((own) => ({
    variant: own[0].exchange.label?.variant ?? 'this address',
    first: own[0],
    last: own.at(-1) ?? own[0],
    pages: own,
    isFilled: own.some(({ exchange }) => exchange.request.method === 'POST'),
  }));
}

/** Why nobody can go on from where a visit ended, as the end of a sentence; undefined where somebody can. */
export function deadEnd({ last, isFilled }: Visit): string | undefined {
  if (!leadsOn(last)) return last.state === 'page' ? 'a page without form, script or link' : last.trouble;
  return isFilled && last.state !== 'success'
    ? 'a page that is not the last one, although the user signed in'
    : undefined;
}
