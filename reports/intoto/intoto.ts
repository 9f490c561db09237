import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { sha256 } from '../manifest.ts';
import type { Renderer } from '../renderer.ts';
import { json } from '../results/json.ts';
import { tame } from '../tame.ts';
import { wayWord } from '../text/ways.ts';

/**
 * An in-toto statement (specification v1) with the predicate test-result v0.1, unsigned. Its subject is `results.json`, by its digest: a
 * server has none. `PASSED` and `WARNED` are said of a conformant run only.
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
      result: resultOf(results),
      configuration: configuration(results),
      passedTests: named(({ outcome }) => outcome === 'passed'),
      warnedTests: named(({ outcome, level }) => outcome === 'failed' && level !== 'MUST'),
      failedTests: named(({ outcome, level }) => outcome === 'failed' && level === 'MUST'),
    },
  };
}

function resultOf({ verdict, judgements }: Results): 'PASSED' | 'WARNED' | 'FAILED' {
  if (verdict !== 'conformant') return 'FAILED';
  return judgements.some(({ outcome }) => outcome === 'failed') ? 'WARNED' : 'PASSED';
}

/** What was tested, by what, and against which requirements, as resource descriptors. */
function configuration({ tool, run, scope, requirementSet, verdict, because, exitCode, ways }: Results): unknown[] {
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
        ways: Object.fromEntries(ways.map((result) => [result.way, wayWord(result)])),
      },
    },
    { name: 'tool', uri: `pkg:npm/${tool.name}@${tool.version}` },
    { name: 'requirements', digest: { sha256: requirementSet } },
  ];
}

/** A discovery URL as it is; the name of a recording as a relative reference. */
function uriOf(target: string): string {
  return URL.canParse(target) ? target : encodeURIComponent(target);
}
