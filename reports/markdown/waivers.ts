import type { Results } from '../../harness/engine/verdict/results.ts';
import { baselineSentences } from '../text/gate.ts';
import { waiversInOrder, waiverSentence } from '../text/waived.ts';
import { plain } from './escape.ts';

/** The waivers and the baseline of a run; nothing without them. */
export function waiverList(results: Results): readonly string[] {
  const sentences = [...waiversInOrder(results).map(waiverSentence), ...baselineSentences(results)];
  return sentences.length === 0 ? [] : [`${sentences.map((sentence) => `- ${plain(sentence)}\n`).join('')}\n`];
}
