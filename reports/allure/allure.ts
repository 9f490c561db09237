import type { Results } from '../../harness/engine/verdict/results.ts';
import { uuidOf } from '../identity.ts';
import type { OutputFile } from '../manifest.ts';
import { allJudgements } from '../own/own-judgements.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { unshownVerdict } from '../unshown-verdict.ts';
import { evidenceFiles } from './attachments.ts';
import { environment } from './environment.ts';
import { resultOf } from './result.ts';
import type { AllureResult } from './result.ts';
import { verdictResult } from './verdict-result.ts';

const folder = 'allure-results';

/**
 * The results that Allure makes a report of: one file for each check, with each finding as a step and its request and response as
 * attachments, and the verdicts as the environment.
 */
export const allure: Renderer<readonly OutputFile[]> = {
  format: 'allure',
  fileName: folder,
  render: (all, session) => {
    const results = tame(all);
    const { attachmentsOf, files } = evidenceFiles(results, session);
    return [
      ...resultsIn(results, attachmentsOf).map((result) => ({
        name: `${result.uuid}-result.json`,
        content: `${JSON.stringify(result, null, 2)}\n`,
      })),
      ...files,
      { name: 'environment.properties', content: environment(results) },
    ].map(({ name, content }) => ({ name: `${folder}/${name}`, content }));
  },
};

function resultsIn(
  results: Results,
  attachmentsOf: ReturnType<typeof evidenceFiles>['attachmentsOf'],
): readonly AllureResult[] {
  const unshown = unshownVerdict(results);
  return [
    ...allJudgements(results).map((judgement) =>
      resultOf(judgement, results, { uuid: uuidOf('allure', results.run.id, judgement.check), attachmentsOf }),
    ),
    ...(unshown === undefined ? [] : [verdictResult(unshown, results)]),
  ];
}
