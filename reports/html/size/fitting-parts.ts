import type { Chain } from '../../evidence/chains.ts';
import type { Markup } from '../../markup.ts';
import { allJudgements } from '../../own/own-judgements.ts';
import { count } from '../../text/units.ts';
import { chainSection, mostLinks } from '../chain/chains.ts';
import type { Context } from '../context.ts';
import { phases } from '../phases.ts';
import { sectionMarkup, type Section } from '../section.ts';
import { wrong } from '../wrong.ts';
import { shares } from './cuts.ts';
import { cardDetails, checkDetails, type CardDetail, type CheckDetail } from './details.ts';
import { bytesOf, fitting } from './fitting.ts';

/** What the cards of the causes leave out at a level. */
const cardCuts: Readonly<Record<CardDetail['rows'], string | undefined>> = {
  all: undefined,
  'without-request': 'the requests as curl, and long texts after 600 characters',
  main: 'the rule, the place and how to repeat it, and long texts after 200 characters',
  seen: 'all but what was seen, what a device shows and the checks, and texts after 100 characters',
};

/** What is wrong: each cause, with as much of it as fits. */
export function fittingCauses(context: Context): {
  readonly part: readonly Section[];
  readonly cuts: readonly string[];
} {
  const { level, part } = fitting(
    cardDetails,
    shares.causes,
    (cards) => wrong({ ...context, cards }),
    (sections) => sections.reduce((sum, section) => sum + bytesOf(sectionMarkup(section)), 0),
  );
  const cut = cardCuts[level.rows];
  const { causes, refusals } = context.results;
  return {
    part,
    cuts: cut === undefined ? [] : [`Of ${count(causes.length + refusals.length, 'cause')}: ${cut}. See results.json.`],
  };
}

/** Every check, with as much of it as fits. */
export function fittingChecks(context: Context): { readonly markup: Markup; readonly cuts: readonly string[] } {
  const { level, part } = fitting(checkDetails, shares.checks, (checks) => phases({ ...context, checks }), bytesOf);
  return { markup: part, cuts: level === checkDetails[0] ? [] : checkCuts(context, level) };
}

function checkCuts({ results }: Context, { limits, whole, hasOthers }: CheckDetail): readonly string[] {
  const judgements = allJudgements(results);
  const failedMust = judgements.filter(({ outcome, level }) => outcome === 'failed' && level === 'MUST').length;
  const all = judgements.reduce((sum, { findings }) => sum + findings.length, 0);
  const shown = judgements.reduce((sum, { findings }) => sum + Math.min(findings.length, limits?.findings ?? 0), 0);
  const brief = judgements.filter(
    ({ outcome }) => whole === 'none' || outcome === 'passed' || outcome === 'inapplicable',
  ).length;
  return [
    `${all - shown} of ${count(all, 'finding')}, and of the others what is longer than ${limits?.characters ?? 0} characters: see results.json.`,
    'The request of each failed check as curl: see session.har.',
    ...(whole === 'all' ? [] : [`The rule, the basis and the evidence of ${count(brief, 'check')}: see results.json.`]),
    ...(hasOthers
      ? []
      : [`${count(judgements.length - failedMust, 'check')} that are no failed MUST: see results.json.`]),
  ];
}

/** The chains of certificates, with as many certificates of each as fit. */
export function fittingChains(chains: readonly Chain[]): { readonly markup: Markup; readonly cuts: readonly string[] } {
  const { level, part } = fitting(
    [mostLinks, 8, 3, 0],
    shares.chains,
    (most) => (most === 0 ? chainSection([]) : chainSection(chains, most)),
    bytesOf,
  );
  const longest = Math.max(0, ...chains.map(({ links, beside }) => Math.max(links.length, beside.length)));
  const cut = level === 0 ? 'The chains of certificates' : `Of each chain all but ${count(level, 'certificate')}`;
  return { markup: part, cuts: longest > level ? [`${cut}: see session.har.`] : [] };
}
