import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { OwnResults } from '../../harness/engine/verdict/own-results.ts';
import { sha256 } from '../manifest.ts';
import type { Renderer } from '../renderer.ts';
import { json } from '../results/json.ts';
import { tame } from '../tame.ts';
import { gateOf } from '../waivers/gate-of.ts';
import { isWarned, testResultOf } from '../waivers/test-result.ts';
import { wayWord } from '../text/ways.ts';

/**
 * An in-toto statement (specification v1) with the predicate test-result v0.1, unsigned. Its subject is `results.json`, by its digest: a
 * server has none. `PASSED` is said of a conformant run only, `WARNED` of one whose failures are no MUST or are waived.
 */
export const intoto: Renderer = {
  format: 'intoto',
  fileName: 'test-result.intoto.json',
  render: (results, session) => {
    const digest = sha256(json.render(results, session));
    return `${JSON.stringify(statement(tame(results), digest), null, 2)}\n`;
  },
};

function statement(results: Results, digest: string): unknown {
  const { judgements } = results;
  const named = (test: (judgement: Judgement) => boolean): string[] =>
    judgements.filter(test).map(({ check }) => check);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'results.json', digest: { sha256: digest } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: testResultOf(results),
      configuration: configuration(results),
      passedTests: named(({ outcome }) => outcome === 'passed'),
      warnedTests: named(isWarned),
      failedTests: named((one) => one.outcome === 'failed' && !isWarned(one)),
    },
  };
}

/** What was tested, by what, and against which requirements, as resource descriptors. */
function configuration(results: Results): unknown[] {
  const { tool, run, scope, requirementSet, verdict, because, exitCode, ways, own } = results;
  return [
    {
      name: 'target',
      uri: uriOf(run.target),
      annotations: {
        covers: scope.covers,
        device: scope.device,
        verdict,
        because,
        exitCode,
        startedAt: run.startedAt,
        runId: run.id,
        ...(scope.limitedTo.length === 0 ? {} : { limitedTo: scope.limitedTo }),
        ...(scope.embedded === true ? { embedded: true } : {}),
        ...gateOf(results),
        ...(own === undefined ? {} : { own: own.map(ownOf) }),
        ways: Object.fromEntries(ways.map((result) => [result.way, wayWord(result)])),
      },
    },
    { name: 'tool', uri: `pkg:npm/${tool.name}@${tool.version}` },
    { name: 'requirements', digest: { sha256: requirementSet } },
  ];
}

/** What modules check is no test of the attestation, whose result is about ours. */
function ownOf({ module, because, judgements }: OwnResults): unknown {
  const failed = judgements.filter(({ outcome }) => outcome === 'failed').map(({ check }) => check);
  return { ...module, because, failed };
}

/** A discovery URL as it is; the name of a recording as a relative reference. */
function uriOf(target: string): string {
  return URL.canParse(target) ? target : encodeURIComponent(target);
}
