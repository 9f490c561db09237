import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import type { Waived, Waiver, WaiverState, WaiverUse } from '../../harness/engine/verdict/waiver.ts';
import { fingerprintVersion } from '../fingerprint.ts';
import { count } from '../text/units.ts';
import { allJudgements } from '../own/own-judgements.ts';
import { covers, isOnWay } from './covering.ts';
import { inPlace } from './in-place.ts';
import { exitCodeUnder } from './exit-code.ts';

/**
 * Lays waivers over what was judged, in place of those that lay there: no outcome, no count and no verdict changes. A waiver holds until the end of
 * its last day in UTC, by the start of the run, so that the same session and waivers give the same results at any time. Pure.
 */
export function layWaivers(judged: Results, waivers: readonly Waiver[]): Results {
  const results = without(judged, 'waivers');
  const day = dayOf(results.run.startedAt);
  const uses = waivers.map((waiver) => useOf(waiver, results, day));
  const holding = uses.filter(({ state }) => state === 'applied');
  const laidOver = (before: Judgement): Judgement => {
    const judgement = without(before, 'waived');
    const waived = waivedBy(judgement, holding, results);
    return waived === undefined ? judgement : { ...judgement, waived };
  };
  const own = results.own?.map((module) => ({ ...module, judgements: module.judgements.map(laidOver) }));
  const laid = {
    ...results,
    ...(uses.length === 0 ? {} : { waivers: uses }),
    judgements: results.judgements.map(laidOver),
    ...(own === undefined ? {} : { own }),
  };
  return inPlace({ ...laid, exitCode: exitCodeUnder(laid) });
}

/** The waivers of a document as they were given. */
export function waiversIn({ waivers = [] }: Results): readonly Waiver[] {
  return waivers.map((use) => without(use, 'state', 'because', 'findings'));
}

function without<Thing extends object, Key extends keyof Thing>(thing: Thing, ...keys: Key[]): Omit<Thing, Key> {
  const rest = { ...thing };
  for (const key of keys) Reflect.deleteProperty(rest, key);
  return rest;
}

/** The day of an instant in UTC; the first of all days for what is no instant. */
function dayOf(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? '0000-00-00' : new Date(time).toISOString().slice(0, 10);
}

function useOf(waiver: Waiver, results: Results, day: string): WaiverUse {
  const judgement = allJudgements(results).find(({ check }) => check === waiver.check);
  const covered = judgement?.findings.filter((finding) => covers(waiver, finding, results)) ?? [];
  const [state, because] = fateOf(waiver, { judgement, covered: covered.length, results, day });
  return { ...waiver, state, because, findings: state === 'applied' ? covered.length : 0 };
}

interface Seen {
  readonly judgement: Judgement | undefined;
  readonly covered: number;
  readonly results: Results;
  readonly day: string;
}

type Fate = readonly [WaiverState, string];

function fateOf(waiver: Waiver, { judgement, covered, results, day }: Seen): Fate {
  const { target, expires, fingerprints, fingerprintVersion: version } = waiver;
  const isExpired = day > expires;
  if (target !== undefined && !isTarget(target, results)) return ['unused', `it is for the target ${target}`];
  if (judgement === undefined) return ['unused', 'the check was not judged in this run'];
  const { outcome, findings } = judgement;
  if (outcome === 'passed' && isJudgedThere(waiver, judgement, results))
    return ['stale', `the check${placeOf(waiver)} was judged and passed; remove the waiver`];
  if (outcome !== 'failed')
    return ['unused', `the check is ${outcome === 'passed' ? `not judged${placeOf(waiver)}` : outcome}`];
  if (isExpired) return ['expired', `it expired on ${expires}, and the check still fails`];
  if (covered > 0)
    return [
      'applied',
      covered === findings.length
        ? `it covers ${count(covered, 'finding')}`
        : `it covers ${covered} of ${count(findings.length, 'finding')}`,
    ];
  if (fingerprints !== undefined && version !== fingerprintVersion)
    return [
      'unused',
      `its fingerprints are of version ${version ?? 'unknown'}, and this is ${fingerprintVersion}; write it again with "waive"`,
    ];
  if (fingerprints !== undefined) return ['unused', 'the check fails, and not in the way that was waived'];
  return isJudgedThere(waiver, judgement, results)
    ? ['stale', `the check${placeOf(waiver)} was judged and passed; remove the waiver`]
    : ['unused', `the check was not judged${placeOf(waiver)}`];
}

/** ` on the way in "federated", with the variant "x"`; nothing for a waiver of the whole check. */
function placeOf({ auth, variant }: Waiver): string {
  return [
    ...(auth === undefined ? [] : [` on the way in "${auth}"`]),
    ...(variant === undefined ? [] : [` with the variant "${variant}"`]),
  ].join('');
}

/** Whether an exchange that the check judged is in the scope of the waiver. */
function isJudgedThere(waiver: Waiver, { exchanges }: Judgement, results: Results): boolean {
  const { auth, variant } = waiver;
  if (auth === undefined && variant === undefined) return true;
  const variants = new Map(results.exchanges.map((exchange) => [exchange.index, exchange.variant]));
  return exchanges.some(
    (index) => isOnWay(auth, index, results) && (variant === undefined || variants.get(index) === variant),
  );
}

/** By the whole address, or by the host with or without its port. */
function isTarget(target: string, { run }: Results): boolean {
  if (target === run.target) return true;
  if (!URL.canParse(run.target)) return false;
  const { host, hostname, href } = new URL(run.target);
  return [host, hostname].includes(target.toLowerCase()) || (URL.canParse(target) && new URL(target).href === href);
}

/** Undefined unless every finding of a failed check is covered; the waiver of a finding that holds longest counts. */
function waivedBy(judgement: Judgement, holding: readonly WaiverUse[], results: Results): Waived | undefined {
  if (judgement.outcome !== 'failed') return undefined;
  const own = holding
    .filter(({ check }) => check === judgement.check)
    .toSorted((one, other) => (one.expires < other.expires ? 1 : one.expires > other.expires ? -1 : 0));
  const deciding = judgement.findings.map((finding) => own.find((waiver) => covers(waiver, finding, results)));
  const used = new Set(deciding.filter((waiver) => waiver !== undefined));
  if (deciding.includes(undefined) || used.size === 0) return undefined;
  const by = holding
    .filter((waiver) => used.has(waiver))
    .map(({ owner, reason, expires }) => ({ owner, reason, expires }));
  const until = by.map(({ expires }) => expires).toSorted()[0] ?? '';
  return { until, by };
}
