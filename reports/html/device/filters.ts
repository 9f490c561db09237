import type { Judgement } from '../../../harness/engine/verdict/results.ts';
import { html, type Markup } from '../../markup.ts';
import type { Context } from '../context.ts';
import type { SeenHere } from '../exchange.ts';
import { allJudgements } from '../../own/own-judgements.ts';
import type { Device } from './devices.ts';

/** Of one device so many causes are named; a search finds the others. */
const mostCauses = 50;

/**
 * What a reader may filter a device by: the ways in that it took, the phases and outcomes of the checks that were judged on its exchanges,
 * and the causes that were seen in them. A check that failed counts only where a finding of it stands in an exchange of the device.
 */
export function deviceFilters(
  { results, causeOf }: Context,
  seenIn: (index: number) => readonly SeenHere[],
): (device: Device) => Markup {
  const ways = wordsByExchange(results.ways, ({ way }) => way);
  const phases = wordsByExchange(allJudgements(results), ({ phase }) => phase);
  const met = allJudgements(results).filter((judgement) => !isUnmet(judgement));
  const outcomes = wordsByExchange(met, ({ outcome }) => outcome);
  return ({ steps }) => {
    const indices = steps.map(({ exchange }) => exchange.index);
    const seen = new Set<Judgement>();
    for (const index of indices) for (const { judgement } of seenIn(index)) seen.add(judgement);
    const causes = new Set([...seen].flatMap(({ check }) => causeOf(check) ?? []));
    const unmet = [...seen].filter(isUnmet).map(({ outcome }) => outcome);
    return html`data-ways="${wordsOf(indices, ways)}" data-phases="${wordsOf(indices, phases)}"
    data-outcomes="${wordsOf(indices, outcomes, unmet)}" data-causes="${[...causes].slice(0, mostCauses).join(' ')}"`;
  };
}

function wordsOf(
  indices: readonly number[],
  by: ReadonlyMap<number, ReadonlySet<string>>,
  besides: readonly string[] = [],
): string {
  const words = new Set(besides);
  for (const index of indices) for (const word of by.get(index) ?? []) words.add(word);
  return [...words].join(' ');
}

function isUnmet({ outcome }: Judgement): boolean {
  return outcome === 'failed' || outcome === 'errored';
}

function wordsByExchange<Item extends { readonly exchanges: readonly number[] }>(
  items: readonly Item[],
  wordOf: (item: Item) => string,
): ReadonlyMap<number, ReadonlySet<string>> {
  const byExchange = new Map<number, Set<string>>();
  for (const item of items) {
    const word = wordOf(item);
    for (const index of item.exchanges) {
      const words = byExchange.get(index);
      if (words === undefined) byExchange.set(index, new Set([word]));
      else words.add(word);
    }
  }
  return byExchange;
}
