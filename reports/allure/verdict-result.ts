import type { Results } from '../../harness/engine/verdict/results.ts';
import { checkIdentityOf, uuidOf } from '../identity.ts';
import { timesOf } from '../text/times.ts';
import type { AllureResult } from './result.ts';

/** The result of a run whose checks show nothing wrong, and that proves nothing all the same. */
export function verdictResult(because: string, results: Results): AllureResult {
  const { start } = timesOf(results);
  return {
    uuid: uuidOf('allure', results.run.id, 'verdict'),
    historyId: checkIdentityOf('verdict', results),
    testCaseId: checkIdentityOf('verdict', results),
    fullName: 'verdict',
    titlePath: [results.run.target],
    name: 'The run proves conformance',
    description: because,
    status: 'broken',
    stage: 'finished',
    statusDetails: { message: because },
    labels: [
      { name: 'parentSuite', value: results.run.target },
      { name: 'severity', value: 'critical' },
    ],
    links: [],
    steps: [],
    attachments: [],
    parameters: [],
    start,
    stop: start,
  };
}
