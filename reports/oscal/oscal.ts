import type { Results } from '../../harness/engine/verdict/results.ts';
import { uuidOf } from '../identity.ts';
import { plain } from '../markdown/escape.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { ownSentences } from '../own/own-sentences.ts';
import type { Renderer } from '../renderer.ts';
import { tame } from '../tame.ts';
import { instantsOf } from '../text/times.ts';
import { gateProperties } from '../waivers/waiver-facts.ts';
import { wayWord } from '../text/ways.ts';
import { verdictSentence } from '../text/wording.ts';
import { findingsIn } from './finding.ts';
import { observationOf } from './observation.ts';
import { prop, token } from './prop.ts';

/** The version whose shape the document has; the members that it uses are the same in 1.2. */
const oscalVersion = '1.0.6';

/**
 * OSCAL assessment results: an observation for each check, and a finding for each one that passed or failed. OSCAL knows no finding that is
 * neither satisfied nor not, so what was not judged stays an observation. So does what modules check: it says nothing of a requirement of ours.
 */
export const oscal: Renderer = {
  format: 'oscal',
  fileName: 'oscal-assessment-results.json',
  render: (results) => `${JSON.stringify({ 'assessment-results': documentOf(tame(results)) }, null, 2)}\n`,
};

function documentOf(results: Results): unknown {
  const { run, tool } = results;
  const { start, end } = instantsOf(results);
  const plan = uuidOf('oscal plan', run.id);
  return {
    uuid: uuidOf('oscal', run.id),
    metadata: {
      title: 'Conformance of a Windows MDM enrollment server',
      'last-modified': end,
      version: tool.version,
      'oscal-version': oscalVersion,
    },
    'import-ap': { href: `#${plan}` },
    results: [
      {
        uuid: uuidOf('oscal result', run.id),
        title: plain(verdictSentence(results)),
        description: [results.because, `Target: ${run.target}`, `Judged: ${results.scope.covers}`]
          .map(plain)
          .join('\n\n'),
        start,
        end,
        props: propsOf(results),
        'reviewed-controls': { 'control-selections': [selection(results)] },
        ...unlessEmpty(
          'observations',
          allJudgements(results).map((judgement) => observationOf(judgement, results)),
        ),
        ...unlessEmpty('findings', findingsIn(results)),
      },
    ],
    'back-matter': {
      resources: [
        {
          uuid: plan,
          title: 'Assessment plan',
          description: plain(
            `There is no plan in OSCAL: the checks of ${tool.name} ${tool.version} were the plan, with the requirements ${results.requirementSet}`,
          ),
        },
      ],
    },
  };
}

function propsOf(results: Results): unknown[] {
  const { verdict, exitCode, ways, scope, run } = results;
  return [
    prop('verdict', verdict),
    prop('exit-code', String(exitCode)),
    prop('run-id', run.id),
    prop('device', scope.device),
    ...(scope.embedded === true ? [prop('server', 'the reference server of the tool')] : []),
    ...gateProperties(results).map(([name, value]) => prop(token(name), value)),
    ...ownSentences(results).map((sentence) => prop('own', sentence)),
    ...ways.map((result) => prop(`way-${result.way}`, `${wayWord(result)}: ${result.because}`)),
  ];
}

/** All checks, or those to which the run was limited. */
function selection({ scope, judgements }: Results): unknown {
  if (scope.limitedTo.length === 0 || judgements.length === 0) return { 'include-all': {} };
  return {
    description: plain(scope.limitedTo.join(' ')),
    'include-controls': judgements.map(({ check }) => ({ 'control-id': token(check) })),
  };
}

/** OSCAL has no empty lists. */
function unlessEmpty(name: string, list: readonly unknown[]): Readonly<Record<string, readonly unknown[]>> {
  return list.length === 0 ? {} : { [name]: list };
}
