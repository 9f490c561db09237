import type { Level } from '../rule/check.ts';
import { gravest } from '../rule/impact.ts';
import type { Finding, Judgement } from './results.ts';
import { damages } from './cause.ts';
import type { Cause, Damage, FoldingRule } from './cause.ts';
import type { Refusal } from '../explanation/refusal.ts';

/** What is known of the session besides the judgements. */
export interface Surroundings {
  readonly refusals: readonly Refusal[];
  /** The ordinary request beside a variant, if it got its answer: its index. */
  readonly siblingOf: (exchange: number) => number | undefined;
  /** Whether the request of an exchange deviates from what a device sends, or is a variant. */
  readonly isExceptional: (exchange: number) => boolean;
}

const levels: readonly Level[] = ['MUST', 'SHOULD', 'MAY'];

interface Group {
  readonly members: readonly [Judgement, ...Judgement[]];
  readonly rule?: FoldingRule;
  readonly refusal?: Refusal;
}

/**
 * The causes of the failed checks, each check under one cause: by the rules that name their checks, by the refusals of valid requests, by
 * the rules that fold any check, and what is left by itself. The gravest comes first; a MUST before others. Pure.
 */
export function causesOf(
  judgements: readonly Judgement[],
  rules: readonly FoldingRule[],
  { refusals, siblingOf, isExceptional }: Surroundings,
): readonly Cause[] {
  const left = new Set(judgements.filter(({ outcome }) => outcome === 'failed'));
  const take = (folds: (judgement: Judgement) => boolean): readonly Judgement[] => {
    const taken = [...left].filter(folds);
    for (const judgement of taken) left.delete(judgement);
    return taken;
  };
  const groups: Group[] = [];
  const fold = (rule: FoldingRule): void => {
    if (!isShown(rule, [...left])) return;
    const shown = exchangesOf([...left].filter(({ check }) => rule.shownBy.includes(check)));
    const [first, ...others] = take((judgement) => isFolded(judgement, rule, shown)).toSorted(
      (one, other) => rankIn(rule, one) - rankIn(rule, other),
    );
    if (!first) return;
    const members = [first, ...others] as const;
    const refusal = refusals.find((candidate) => members.some((member) => isExplained(member, candidate)));
    groups.push({ members, rule, ...(refusal ? { refusal } : {}) });
  };
  rules.filter(({ folds }) => folds !== 'all').forEach(fold);
  for (const refusal of refusals) {
    const [first, ...others] = take((judgement) => isExplained(judgement, refusal));
    const known = groups.findIndex((group) => group.refusal === refusal);
    const folded = groups[known];
    if (first && folded) groups[known] = { ...folded, members: [...folded.members, first, ...others] };
    else if (first) groups.push({ members: [first, ...others], refusal });
  }
  rules.filter(({ folds }) => folds === 'all').forEach(fold);
  groups.push(...[...left].map((judgement): Group => ({ members: [judgement] })));
  return groups.map((group) => causeOf(group, judgements, { siblingOf, isExceptional })).toSorted(byDamage);
}

/** All that the check saw is that these requests did not get their answer. */
function isExplained({ findings }: Judgement, { exchanges }: Refusal): boolean {
  return findings.every(({ exchange, impact }) => exchanges.includes(exchange) && impact !== undefined);
}

function isShown(rule: FoldingRule, failed: readonly Judgement[]): boolean {
  return rule.shownBy.every((id) => failed.some((judgement) => judgement.check === id && says(judgement, rule)));
}

function isFolded(judgement: Judgement, rule: FoldingRule, shown: ReadonlySet<number>): boolean {
  const isNamed = rule.folds === 'all' || [...rule.shownBy, ...rule.folds].includes(judgement.check);
  const isThere = rule.isOfSameExchanges !== true || [...exchangesOf([judgement])].every((index) => shown.has(index));
  return isNamed && isThere && says(judgement, rule);
}

function exchangesOf(judgements: readonly Judgement[]): ReadonlySet<number> {
  return new Set(judgements.flatMap(({ findings }) => findings.map(({ exchange }) => exchange)));
}

function says({ findings }: Judgement, { saying, expecting }: FoldingRule): boolean {
  return findings.every(
    ({ message, expected = '' }) => saying?.test(message) !== false && expecting?.test(expected) !== false,
  );
}

function rankIn({ shownBy }: FoldingRule, { check }: Judgement): number {
  const rank = shownBy.indexOf(check);
  return rank === -1 ? shownBy.length : rank;
}

function causeOf(
  { members, rule, refusal }: Group,
  judgements: readonly Judgement[],
  { siblingOf, isExceptional }: Omit<Surroundings, 'refusals'>,
): Cause {
  const [first, ...others] = members;
  const ids = new Set(members.map(({ check }) => check));
  const blocked = judgements.filter(({ outcome, blockedBy }) => outcome === 'inconclusive' && ids.has(blockedBy ?? ''));
  const isMust = ({ level }: Judgement): boolean => level === 'MUST';
  const [finding] = first.findings;
  return {
    id: rule?.id ?? first.check,
    headline: rule ? headlineOf(rule, finding) : first.title,
    damage: damageOf(members, isExceptional),
    level: levels.find((level) => members.some((member) => member.level === level)) ?? first.level,
    checks: [first.check, ...others.map(({ check }) => check)],
    musts: members.filter(isMust).length,
    blocked: blocked.length,
    blockedMusts: blocked.filter(isMust).length,
    seen: finding === undefined ? first.title : seenIn(finding, first.findings, siblingOf),
    exchange: finding?.exchange ?? 0,
    impact: gravest(members.map(({ impact }) => impact)) ?? first.impact,
    remedy: rule?.remedy ?? first.remedy,
    ...(refusal === undefined ? {} : { refusal: refusal.exchange }),
  };
}

function headlineOf({ headline, quoting }: FoldingRule, finding: Finding | undefined): string {
  const quoted = quoting?.exec(finding?.message ?? '')?.[1];
  return quoted === undefined ? headline : `${headline} (${quoted})`;
}

/** The finding, with the variant that failed and the ordinary request that did not. */
function seenIn(finding: Finding, all: readonly Finding[], siblingOf: Surroundings['siblingOf']): string {
  const { message, variant, exchange, expected, actual } = finding;
  const compared = [
    expected === undefined ? [] : `expected ${expected}`,
    actual === undefined || message.includes(actual) ? [] : `got ${actual}`,
  ].flat();
  const what = compared.length === 0 ? message : `${message} (${compared.join('; ')})`;
  const exchanges = new Set(all.map((one) => one.exchange));
  const more = exchanges.size > 1 ? `, and ${exchanges.size - 1} more` : '';
  if (variant === undefined) return `${what}${more}`;
  const sibling = siblingOf(exchange);
  const beside = sibling === undefined ? '' : `; the ordinary request got its answer (exchange ${sibling})`;
  return `with ${variant}: ${what}${more}${beside}`;
}

/** `every-device` where an ordinary message shows it. Renewal comes years later, and is one message of many. */
function damageOf(members: readonly Judgement[], isExceptional: Surroundings['isExceptional']): Damage {
  const kinds = new Set(members.map(({ impact }) => impact.kind));
  if (kinds.has('security')) return 'security';
  if (members.every(({ contrived }) => contrived === true)) return 'contrived';
  const usual = members.filter(({ contrived }) => contrived !== true);
  const breaking = usual.filter(({ impact }) => impact.kind === 'breaks');
  const isOfEveryDevice = ({ phase, findings }: Judgement): boolean =>
    phase !== 'renewal' && findings.some(({ variant, exchange }) => variant === undefined && !isExceptional(exchange));
  if (breaking.length > 0) return breaking.some(isOfEveryDevice) ? 'every-device' : 'some-devices';
  return usual.some(({ impact }) => impact.kind === 'unknown') ? 'unknown' : 'tolerated';
}

function byDamage(one: Cause, other: Cause): number {
  return (
    Number(one.level !== 'MUST') - Number(other.level !== 'MUST') ||
    damages.indexOf(one.damage) - damages.indexOf(other.damage) ||
    Number(one.refusal === undefined) - Number(other.refusal === undefined) ||
    levels.indexOf(one.level) - levels.indexOf(other.level)
  );
}
