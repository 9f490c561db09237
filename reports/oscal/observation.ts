import type { Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { uuidOf } from '../identity.ts';
import { plain } from '../markdown/escape.ts';
import { mostFindings } from '../tame.ts';
import { findingLine } from '../text/explanation.ts';
import { instantsOf } from '../text/times.ts';
import { reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';
import { prop } from './prop.ts';

/** The id of the observation of a check. */
export function observationId(check: string, { run }: Results): string {
  return uuidOf('oscal observation', run.id, check);
}

/** What was seen of a check, whatever came of it. */
export function observationOf(judgement: Judgement, results: Results): unknown {
  const { check, title, outcome, level, basis, findings, blockedBy, waived } = judgement;
  const evidence = findings.slice(0, mostFindings).map(evidenceOf);
  return {
    uuid: observationId(check, results),
    title: plain(`${check}: ${title}`),
    description: plain(outcome === 'passed' || outcome === 'failed' ? title : `${outcome}: ${reasonOf(judgement)}`),
    props: [
      prop('check', check),
      prop('outcome', outcome),
      prop('level', level),
      prop('basis', basis),
      ...(blockedBy === undefined ? [] : [prop('blocked-by', blockedBy)]),
      ...(waived === undefined
        ? []
        : waived.by.flatMap(({ owner, reason, expires }) => [
            prop('waived-until', expires),
            prop('waived-by', owner),
            prop('waived-because', reason),
          ])),
      ...waysOf(check, results).map((way) => prop('way', way)),
    ],
    methods: ['TEST'],
    ...(evidence.length === 0 ? {} : { 'relevant-evidence': evidence }),
    collected: instantsOf(results).end,
  };
}

function evidenceOf(finding: Finding): unknown {
  return { href: 'session.har', description: plain(findingLine(finding)) };
}
