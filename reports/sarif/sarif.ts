import type { Log, Notification, Run } from 'sarif';
import type { Results } from '../../harness/engine/verdict/results.ts';
import { targetOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { ownSentences } from '../own/own-sentences.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { exitMeaning } from '../text/wording.ts';
import { gateOf } from '../waivers/gate-of.ts';
import { waiversInOrder, waiverSentence } from '../text/waived.ts';
import { plain, resultsIn } from './result.ts';
import { ruleOf } from './rule.ts';

/**
 * SARIF 2.1.0 within what GitHub code scanning takes. It has a rule for each check, and a result for each one that failed or could not be
 * judged. GitHub makes an alert of every result, whatever its kind, so a check that passed or did not apply has none.
 */
export const sarif: Renderer = {
  format: 'sarif',
  fileName: 'results.sarif',
  render: (results) => {
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [runOf(tame(results))],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
};

function runOf(results: Results): Run {
  const { tool, run, verdict, because, counts, ways, scope, requirementSet } = results;
  return {
    tool: {
      driver: {
        name: tool.name,
        version: tool.version,
        ...(tool.homepage === undefined ? {} : { informationUri: tool.homepage }),
        rules: allJudgements(results).map((judgement) => ruleOf(judgement, tool)),
      },
    },
    // GitHub keeps the alerts of each category apart, so that one target does not close those of another.
    automationDetails: { id: `${tool.name}/${categoryOf(targetOf(results))}/` },
    invocations: [
      {
        executionSuccessful: verdict !== 'unsound',
        exitCode: results.exitCode,
        exitCodeDescription: exitMeaning(results),
        ...timesOf(run),
        toolExecutionNotifications: notifications(results),
      },
    ],
    columnKind: 'utf16CodeUnits',
    results: resultsIn(results),
    properties: {
      ...{ verdict, because, counts, ways, scope, requirementSet, target: run.target, runId: run.id },
      ...gateOf(results),
    },
  };
}

/** `https://a.example/x?y` as `a.example/x-y`: what stands between two slashes of a category is a name. */
function categoryOf(target: string): string {
  return target
    .replace(/^[a-z]+:\/\//iu, '')
    .replace(/[^\w./-]+/gu, '-')
    .replace(/^[/-]+|[/-]+$/gu, '');
}

function timesOf({ startedAt, durationMs }: Results['run']): { startTimeUtc?: string; endTimeUtc?: string } {
  const start = Date.parse(startedAt);
  if (Number.isNaN(start)) return {};
  return { startTimeUtc: new Date(start).toISOString(), endTimeUtc: new Date(start + durationMs).toISOString() };
}

/** Why the results prove less than they seem to, and which waivers somebody has to act on. */
function notifications(results: Results): Notification[] {
  const { verdict, because } = results;
  const weak: Notification[] =
    verdict !== 'incomplete' && verdict !== 'unsound'
      ? []
      : [{ level: verdict === 'unsound' ? 'error' : 'warning', message: { text: `${verdict}: ${because}` } }];
  const due = waiversInOrder(results).filter(({ state }) => state === 'expired' || state === 'stale');
  return [
    ...weak,
    ...due.map((waiver): Notification => ({ level: 'warning', message: { text: plain(waiverSentence(waiver)) } })),
    ...ownSentences(results).map((sentence): Notification => ({ level: 'note', message: { text: plain(sentence) } })),
  ];
}
