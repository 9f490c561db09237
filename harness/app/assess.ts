import type { Check } from '../engine/rule/check.ts';
import { openDossier } from '../engine/evidence/dossier.ts';
import type { Dossier } from '../engine/evidence/dossier.ts';
import { causesOf } from '../engine/verdict/causes.ts';
import { ordinarySibling } from '../engine/verdict/ordinary-sibling.ts';
import { refusalsIn } from '../engine/explanation/refusals.ts';
import { undrivenPolicy } from '../engine/evidence/undriven-policy.ts';
import { explainedRefusals } from '../engine/verdict/explained-refusals.ts';
import { noteExchanges } from '../engine/verdict/exchange-notes.ts';
import { gapsIn } from '../engine/verdict/gaps.ts';
import { isExceptional } from '../engine/selection/answer-filter.ts';
import { judge } from '../engine/verdict/judge.ts';
import type { Kind } from '../engine/evidence/kind.ts';
import { obstacleIn } from '../engine/verdict/obstacle.ts';
import { ownDefects } from '../engine/verdict/own-defects.ts';
import { barrierTo } from '../engine/verdict/reach.ts';
import { shardGaps } from '../engine/verdict/shard-gaps.ts';
import type { Judgement, Maker, Results } from '../engine/verdict/results.ts';
import { countsOf, exitCodeOf, verdictOf } from '../engine/verdict/verdict.ts';
import { packageHomepage, packageVersion } from '../package-root.ts';
import type { Session, SessionMeta } from '../wire/exchange/exchange.ts';
import { wayResultsOf } from '../engine/verdict/way-results.ts';
import { foldingRules } from '../../suites/folding-rules.ts';
import { loadCatalogue, requirementSet } from '../../suites/requirements/catalogue.ts';
import { coverage } from '../../suites/requirements/coverage.ts';
import { scenarios } from '../../suites/scenarios.ts';
import { timeLimitText } from '../device/run/time-limit.ts';
import { catalogueNote as noteOf } from './catalogue-note.ts';
import { oursIn } from './own-checks/ours-in.ts';
import type { CheckModule } from './own-checks/own-module.ts';
import { withOwn } from './own-checks/with-own.ts';
import { scopeOf } from './scope.ts';

export { catalogueNote as noteOf } from './catalogue-note.ts';

/** How a session came to be judged, as its results say it. */
export interface Occasion {
  readonly mode: 'live' | 'audit';
  /** Identifies this judging. */
  readonly runId: string;
  /** ISO 8601 start. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** The name of the session if it has none itself, such as the file name of a third-party recording. */
  readonly target: string;
  /** The target file, relative to the folder of the run, with `/`. */
  readonly targetFile?: string;
  /** The selections of this judging. Default: those that the session records of its own run. */
  readonly filters?: readonly string[];
  /** PEM roots that a device trusts besides those that the session names. */
  readonly deviceTrust?: readonly string[];
  readonly maker?: Maker;
}

/**
 * Judges a session by checks, and by those of modules beside them, and returns all that a report needs. Pure: the same session gives the same
 * results.
 */
export function assess(
  session: Session,
  checks: readonly Check[],
  occasion: Occasion,
  modules: readonly CheckModule[] = [],
): Results {
  using dossier = openDossier(oursIn(session), occasion.deviceTrust);
  const judgements = checks.map((check) => judge(check, dossier, noteOf));
  return withOwn(resultsOf(dossier, checks, judgements, occasion), session, modules, occasion.deviceTrust);
}

/** Makes the results document of the judgements of a dossier; every front end calls it. */
export function resultsOf(
  dossier: Dossier,
  checks: readonly Check[],
  judgements: readonly Judgement[],
  { mode, runId, startedAt, durationMs, target, targetFile, filters, maker }: Occasion,
): Results {
  const { meta } = dossier.session;
  const barrier = barrierTo(dossier);
  const gaps = gapsIn(dossier, scenarios, new Set(checks.flatMap(kindsOf)));
  const ended = meta?.timeLimit === undefined ? undefined : timeLimitText(meta.timeLimit);
  const found = refusalsIn(dossier);
  const causes = causesOf(judgements, foldingRules, {
    refusals: found,
    siblingOf: (exchange) => ordinarySibling(dossier, exchange),
    isExceptional: (exchange) => dossier.evidence[exchange] !== undefined && isExceptional(dossier.evidence[exchange]),
  });
  const refusals = explainedRefusals(found, causes);
  const counts = countsOf(judgements, causes);
  const ofShards = shardGaps(meta);
  const missingParts = [...ofShards, ...(ended === undefined ? gaps : [ended])];
  const { verdict, because } = verdictOf(
    counts,
    ownDefects(dossier),
    barrier?.why,
    missingParts,
    obstacleIn(dossier),
    mode === 'audit',
  );
  return {
    schemaVersion: 1,
    tool: {
      name: 'mde-conformance',
      version: packageVersion,
      ...(packageHomepage === undefined ? {} : { homepage: packageHomepage }),
    },
    run: {
      id: runId,
      startedAt,
      durationMs,
      mode,
      target: meta?.target ?? target,
      ...(targetFile === undefined ? {} : { targetFile }),
      profile: meta?.profile ?? 'third-party recording',
      ...(meta?.substitutes ? { substitutes: meta.substitutes } : {}),
      ...(meta?.secretNotes ? { secretNotes: meta.secretNotes } : {}),
      ...(maker ? { maker } : {}),
    },
    requirementSet: requirementSet(),
    scope: scopeOf(dossier, filters ?? meta?.filters ?? []),
    ways: wayResultsOf(dossier, judgements),
    verdict,
    because: narrowed(
      [
        ...[...ofShards, ended, limitOf(dossier)].filter(isSaid).filter((clause) => !because.includes(clause)),
        because,
      ].join('; '),
      filters ?? meta?.filters ?? [],
      meta,
    ),
    exitCode: exitCodeOf(verdict, barrier),
    ...(missingParts.length === 0 ? {} : { missingParts }),
    counts,
    refusals,
    causes,
    judgements,
    coverage: coverage(loadCatalogue(), checks, judgements),
    exchanges: noteExchanges(dossier),
  };
}

function isSaid(clause: string | undefined): clause is string {
  return clause !== undefined;
}

function kindsOf({ needs }: Check): readonly Kind[] {
  return 'flow' in needs ? needs.flow : ['across' in needs ? needs.across : needs.each].flat();
}

/** A narrowed run says nothing about what it left out, so its verdict says how little it rests on. */
function narrowed(because: string, filters: readonly string[], meta: SessionMeta | undefined): string {
  const part =
    meta?.selected === undefined
      ? ''
      : `, on ${meta.scenarios.length} of ${scenarios.length} scenarios; nothing else was judged`;
  return filters.length > 0 || part !== ''
    ? `${because} (limited to ${filters.join(', ') || 'a part of the suite'}${part})`
    : because;
}

/** What this version cannot do with the server, as a clause for people. */
function limitOf(dossier: Dossier): string | undefined {
  const reason = undrivenPolicy(dossier);
  return reason === undefined ? undefined : `${reason}; everything after discovery stays open`;
}
