import type { Results } from '../../harness/engine/verdict/results.ts';
import { gateProperties } from '../waivers/waiver-facts.ts';
import { ownSentences } from '../own/own-sentences.ts';
import { wayWord } from '../text/ways.ts';
import { deviceOf } from '../text/wording.ts';

/** A property of a suite. */
export type Property = readonly [name: string, value: string | number];

/** How far the run covers the phase, of what it speaks, its verdict and that of each way in, and who judged. */
export function suiteProperties(phase: string, results: Results): readonly Property[] {
  const { scope, coverage, run, requirementSet, verdict, because, ways } = results;
  const row = coverage.phases.find(({ name }) => name === phase);
  const covered: Property[] = row
    ? [
        ['requirements.total', row.total],
        ['requirements.verified', row.verified],
        ['requirements.attainable', row.attainable],
      ]
    : [];
  const all: (readonly [string, string | number | undefined])[] = [
    ['verdict', `${verdict}: ${because}`],
    ...gateProperties(results),
    ...ownSentences(results).map((sentence): Property => ['own', sentence]),
    ...ways.map((result): Property => [`way.${result.way}`, `${wayWord(result)}: ${result.because}`]),
    ['scope.covers', scope.covers],
    ['scope.device', deviceOf(scope)],
    ['scope.besides', scope.besides.join(', ')],
    ['scope.notJudged', scope.notJudged.join(', ')],
    ['scope.limitedTo', scope.limitedTo.join(' ')],
    ['scope.embedded', scope.embedded ? 'true' : undefined],
    ['run.substitutes', run.substitutes?.join('; ')],
    ['run.secretNotes', run.secretNotes?.join('; ')],
    ['maker.user', run.maker?.user],
    ['maker.commandLine', run.maker?.commandLine],
    ['maker.node', run.maker?.node],
    ['maker.machine', run.maker?.machine],
    ['requirementSet', requirementSet],
  ];
  return [...covered, ...all.filter((one): one is Property => one[1] !== undefined && one[1] !== '')];
}
