import type { Results, Verdict, WayResult } from '../../harness/engine/verdict/results.ts';
import { baselineSentences } from '../text/gate.ts';
import { ownSentences } from '../own/own-sentences.ts';
import { waiversInOrder, waiverSentence } from '../text/waived.ts';
import type { Tested } from './tested.ts';

const verdicts: Readonly<Record<Verdict, Tested['outcome']>> = {
  conformant: 'earl:passed',
  nonconformant: 'earl:failed',
  incomplete: 'earl:cantTell',
  unsound: 'earl:cantTell',
};

const states: Readonly<Record<WayResult['state'], Tested['outcome']>> = {
  judged: 'earl:cantTell',
  'not-offered': 'earl:inapplicable',
  'not-driven': 'earl:untested',
};

/** The verdicts of a run: on the whole, and on each way in. */
export function requirementsIn(results: Results): readonly Tested[] {
  const { verdict, because, ways } = results;
  const said = [
    ...waiversInOrder(results).map(waiverSentence),
    ...baselineSentences(results),
    ...ownSentences(results),
  ];
  return [
    {
      id: 'verdict',
      type: 'TestRequirement',
      title: 'The server conforms',
      outcome: verdicts[verdict],
      description: because,
      ...(said.length === 0 ? {} : { info: said.join('\n') }),
    },
    ...ways.map((result): Tested => ({
      id: `way ${result.way}`,
      type: 'TestRequirement',
      title: `The server conforms where a device enrolls by the way ${result.way}`,
      outcome: result.verdict === undefined ? states[result.state] : verdicts[result.verdict],
      description: result.because,
    })),
  ];
}
