import type { Location, LogicalLocation, PhysicalLocation, Result, Suppression } from 'sarif';
import type { Finding, Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Waived } from '../../harness/engine/verdict/waiver.ts';
import { checkIdentityOf } from '../identity.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { json } from '../results/json.ts';
import { mostFindings } from '../tame.ts';
import { headline } from '../text/explanation.ts';
import { oneLine } from '../text/printable.ts';
import { checkImpactSentence, parts, reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';

/** A result for each check that failed or could not be judged, in the order of the rules. */
export function resultsIn(results: Results): Result[] {
  const placeOf = placesIn(results);
  return allJudgements(results).flatMap((judgement, ruleIndex) => {
    if (judgement.outcome === 'passed' || judgement.outcome === 'inapplicable') return [];
    return [{ ruleId: judgement.check, ruleIndex, ...resultOf(judgement, results, placeOf(judgement.check)) }];
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
    message: { text: plain(messageOf(judgement, results)) },
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

function messageOf(judgement: Judgement, { judgements }: Results): string {
  const { outcome, level, remedy } = judgement;
  if (outcome === 'failed') {
    return `${oneLine(headline(judgement))}. Device: ${checkImpactSentence(judgement)}. Change: ${remedy}.`;
  }
  if (outcome === 'errored') {
    const whose = judgements.includes(judgement) ? 'Internal error in this tool' : 'Error in a module of checks';
    return `${whose}: ${oneLine(reasonOf(judgement))}.`;
  }
  return `${level} not judged: ${oneLine(reasonOf(judgement))}.`;
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

/** A check begins there in `results.json`, one of a module four columns deeper; what else is as deep stands before the judgements. */
const beginsCheck = /^ {6}(?: {4})?"check": "(.*)",$/u;

/**
 * The line that a result points at: the first of the target file, which a repository may hold, and else that of the judgement in
 * `results.json`, which lies beside the report.
 */
function placesIn(results: Results): (check: string) => PhysicalLocation {
  const { targetFile } = results.run;
  if (targetFile !== undefined) {
    const place = placeAt(targetFile, 1, 2);
    return () => place;
  }
  const places = new Map<string, PhysicalLocation>();
  for (const [index, line] of json.render(results, { exchanges: [] }).split('\n').entries()) {
    const check = beginsCheck.exec(line)?.[1];
    if (check !== undefined) places.set(check, placeAt('results.json', index + 1, line.length + 1));
  }
  return (check) => places.get(check) ?? placeAt('results.json', 1, 2);
}

function placeAt(file: string, line: number, endColumn: number): PhysicalLocation {
  return {
    artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
    region: { startLine: line, startColumn: 1, endLine: line, endColumn },
  };
}
