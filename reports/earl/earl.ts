import type { Judgement, Outcome, Results } from '../../harness/engine/verdict/results.ts';
import { targetOf, uuidOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import type { Renderer } from '../renderer.ts';
import { mostFindings, tame } from '../tame.ts';
import { explain, headline } from '../text/explanation.ts';
import { instantsOf } from '../text/times.ts';
import { reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';
import { context } from './context.ts';
import { requirementsIn } from './requirements.ts';
import type { Tested } from './tested.ts';

const outcomes: Readonly<Record<Outcome, Tested['outcome']>> = {
  passed: 'earl:passed',
  failed: 'earl:failed',
  inapplicable: 'earl:inapplicable',
  inconclusive: 'earl:cantTell',
  errored: 'earl:cantTell',
};

/**
 * EARL 1.0 as JSON-LD, with its context inside so that no reader has to load one: an assertion for each check, which is a test case, and for
 * the verdict on each way in and on the whole, which are test requirements.
 */
export const earl: Renderer = {
  format: 'earl',
  fileName: 'earl.jsonld',
  render: (results) => `${JSON.stringify(documentOf(tame(results)), null, 2)}\n`,
};

function documentOf(results: Results): unknown {
  const { tool, run, scope } = results;
  const assertor = `urn:uuid:${uuidOf('tool', tool.name, tool.version)}`;
  const { end } = instantsOf(results);
  const all = [...requirementsIn(results), ...allJudgements(results).map((judgement) => testedBy(judgement, results))];
  return {
    '@context': context,
    '@graph': [
      {
        '@id': assertor,
        '@type': ['Software', 'Assertor'],
        'doap:name': tool.name,
        'doap:release': { '@type': 'doap:Version', 'doap:revision': tool.version },
      },
      {
        '@id': subjectOf(results),
        '@type': 'TestSubject',
        'dct:title': run.target,
        'dct:description': `${scope.covers}, as ${scope.device}`,
        assertions: all.map((tested) => assertion(tested, assertor, end, run.id)),
      },
    ],
  };
}

function assertion(
  { id, type, title, outcome, ...more }: Tested,
  assertedBy: string,
  date: string,
  runId: string,
): unknown {
  return {
    '@id': `urn:uuid:${uuidOf('assertion', runId, id)}`,
    '@type': 'Assertion',
    mode: 'earl:automatic',
    assertedBy,
    test: {
      '@id': `urn:uuid:${uuidOf('test', id)}`,
      '@type': type,
      'dct:identifier': id,
      'dct:title': title,
      ...(more.level === undefined ? {} : { 'dct:type': more.level }),
      ...(more.sources === undefined ? {} : { 'dct:source': more.sources }),
    },
    result: {
      '@type': 'TestResult',
      outcome,
      ...(more.description === undefined ? {} : { 'dct:description': more.description }),
      ...(more.info === undefined ? {} : { info: more.info }),
      'dct:date': date,
    },
  };
}

function testedBy(judgement: Judgement, results: Results): Tested {
  const { check, title, outcome, level, requirements } = judgement;
  const ways = waysOf(check, results);
  const lines = [explain(judgement, mostFindings), ...(ways.length === 0 ? [] : [`Ways in: ${ways.join(', ')}`])];
  return {
    id: check,
    type: 'TestCase',
    title,
    outcome: outcomes[outcome],
    level,
    sources: requirements.map(({ id, source }) => `${id} (${source})`),
    ...(outcome === 'passed' ? {} : { description: outcome === 'failed' ? headline(judgement) : reasonOf(judgement) }),
    ...(outcome === 'failed' ? { info: lines.join('\n') } : {}),
  };
}

/** The address of the server, or an id for what has none. */
function subjectOf(results: Results): string {
  const target = targetOf(results);
  return URL.canParse(target) ? new URL(target).href : `urn:uuid:${uuidOf('target', target)}`;
}
