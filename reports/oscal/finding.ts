import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { uuidOf } from '../identity.ts';
import { plain } from '../markdown/escape.ts';
import { headline } from '../text/explanation.ts';
import { checkImpactSentence } from '../text/wording.ts';
import { observationId } from './observation.ts';
import { token } from './prop.ts';

/** A finding for each check that came to a decision. */
export function findingsIn(results: Results): unknown[] {
  return results.judgements
    .filter(({ outcome }) => outcome === 'passed' || outcome === 'failed')
    .map((judgement) => findingOf(judgement, results));
}

function findingOf(judgement: Judgement, results: Results): unknown {
  const { check, title, remedy, outcome, requirements } = judgement;
  const sources = requirements.map(({ id, source }) => `${id}: ${source}`);
  const lines =
    outcome === 'passed'
      ? sources
      : [headline(judgement), `Device: ${checkImpactSentence(judgement)}`, `Change: ${remedy}`, ...sources];
  return {
    uuid: uuidOf('oscal finding', results.run.id, check),
    title: plain(title),
    description: lines.length === 0 ? plain(title) : lines.map(plain).join('\n\n'),
    target: { type: 'objective-id', 'target-id': token(check), status: statusOf(judgement) },
    'related-observations': [{ 'observation-uuid': observationId(check, results) }],
  };
}

/** A SHOULD that is not met is no failure: `reason` tells the two apart. */
function statusOf({ outcome, level }: Judgement): { readonly state: string; readonly reason: string } {
  if (outcome === 'passed') return { state: 'satisfied', reason: 'pass' };
  return { state: 'not-satisfied', reason: level === 'MUST' ? 'fail' : 'other' };
}
