import type { Location, LogicalLocation, PhysicalLocation, Result, Suppression } from 'sarif';
import type { Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Waived } from '../../harness/engine/verdict/waiver.ts';
import { checkIdentityOf } from '../identity.ts';
import { placesIn } from '../place-in-files.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { mostFindings } from '../tame.ts';
import { judgementSentence } from '../text/judgement-sentence.ts';
import { parts } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';

/** A result for each check that failed or could not be judged, in the order of the rules. */
export function resultsIn(results: Results): Result[] {
  const placeOf = placesIn(results);
  return allJudgements(results).flatMap((judgement, ruleIndex) => {
    if (judgement.outcome === 'passed' || judgement.outcome === 'inapplicable') return [];
    const { file, line, endColumn } = placeOf(judgement.check);
    const place = {
      artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
      region: { startLine: line, startColumn: 1, endLine: line, endColumn },
    };
    return [{ ruleId: judgement.check, ruleIndex, ...resultOf(judgement, results, place) }];
  });
}

/**
 * A check that could not be judged is `open`, which leaves no level but "none" (SARIF 2.1.0, 3.27.10). A reader that knows kinds takes that for
 * granted; GitHub does not read kinds, and shows the level of the rule where the result has none. So a MUST that was not judged
 * stays an error there.
 */
function resultOf(judgement: Judgement, results: Results, physicalLocation: PhysicalLocation): Omit<Result, 'ruleId'> {
  const { check, level, outcome, basis, findings, blockedBy, waived } = judgement;
  const isFailed = outcome === 'failed';
  const isMust = level === 'MUST';
  const ways = waysOf(check, results);
  return {
    kind: isFailed ? 'fail' : 'open',
    ...(isFailed || isMust || outcome === 'errored' ? {} : { level: 'none' as const }),
    message: { text: plain(judgementSentence(judgement, results)) },
    locations: [location(physicalLocation, findings[0])],
    ...(findings.length > 1
      ? {
          relatedLocations: findings.slice(1, mostFindings).map((finding, index) => ({
            id: index + 1,
            ...location(physicalLocation, finding),
            message: { text: plain(finding.message) },
          })),
        }
      : {}),
    partialFingerprints: { primaryLocationLineHash: `${checkIdentityOf(check, results)}:1` },
    ...(waived === undefined ? {} : { suppressions: waived.by.map(suppression) }),
    properties: {
      outcome,
      level,
      basis,
      findings: findings.length,
      ...(blockedBy === undefined ? {} : { blockedBy }),
      ...(ways.length === 0 ? {} : { ways }),
    },
  };
}

/** Of a waived check: no annotation in a source suppresses it, but a file that somebody answers for. */
function suppression({ owner, reason, expires }: Waived['by'][number]): Suppression {
  return {
    kind: 'external',
    status: 'accepted',
    justification: plain(`${reason} (${owner}, until ${expires})`),
    properties: { owner, expires },
  };
}

/** Takes from a text what SARIF reads as a placeholder (3.11.5) or as a link (3.11.6). */
export function plain(text: string): string {
  return text.replace(/\{(?=\d)/gu, '{ ').replaceAll('](', '] (');
}

function location(physicalLocation: PhysicalLocation, finding: Finding | undefined): Location {
  return { physicalLocation, ...(finding ? { logicalLocations: [logical(finding)] } : {}) };
}

/** The place in the protocol: an exchange, a part of it, and the path or the header. */
function logical({ exchange, part, path, variant }: Finding): LogicalLocation {
  return {
    name: path ?? parts[part],
    fullyQualifiedName: [`exchange ${exchange}`, parts[part], ...(path === undefined ? [] : [path])].join(', '),
    kind: part,
    ...(variant === undefined ? {} : { properties: { variant } }),
  };
}
