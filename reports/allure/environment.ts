import type { Results } from '../../harness/engine/verdict/results.ts';
import { ownSentences } from '../own/own-sentences.ts';
import { oneLine } from '../text/printable.ts';
import { wayWord } from '../text/ways.ts';
import { deviceOf } from '../text/wording.ts';

/** What was judged, by what, and the verdicts, as a properties file of Java. */
export function environment({ run, tool, scope, verdict, because, ways, own }: Results): string {
  const all: readonly (readonly [name: string, value: string])[] = [
    ['verdict', `${verdict}: ${because}`],
    ...ways.map((result) => [`way.${result.way}`, `${wayWord(result)}: ${result.because}`] as const),
    ...ownSentences({ own: own ?? [] }).map((sentence) => ['own', sentence] as const),
    ['target', run.target],
    ['covers', scope.covers],
    ['device', deviceOf(scope)],
    ['tool', `${tool.name} ${tool.version}`],
    ['run', run.id],
    ...(scope.limitedTo.length === 0 ? [] : [['limitedTo', scope.limitedTo.join(' ')] as const]),
    ...(scope.embedded === true ? [['server', 'the reference server of the tool'] as const] : []),
  ];
  return all.map(([name, value]) => `${name} = ${escape(oneLine(value))}\n`).join('');
}

/** A backslash would begin an escape or continue the line. Other characters of a value are as they are. */
function escape(value: string): string {
  return value.replaceAll('\\', '\\\\');
}
