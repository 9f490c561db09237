import type { Results } from '../../harness/engine/verdict/results.ts';
import { baselineSentences } from '../text/gate.ts';
import { waiversInOrder, waiverSentence } from '../text/waived.ts';

/** What a format with properties of a whole run says of waivers, the baseline and `--fail-on`, a name and a value each. */
export function gateProperties(results: Results): readonly (readonly [name: string, value: string])[] {
  const { failOn } = results;
  return [
    ...waiversInOrder(results).map((waiver): [string, string] => [`waiver.${waiver.state}`, waiverSentence(waiver)]),
    ...baselineSentences(results).map((sentence): [string, string] => ['baseline', sentence]),
    ...(failOn === undefined ? [] : [['failOn', failOn] satisfies [string, string]]),
  ];
}
