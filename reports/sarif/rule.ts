import type { ReportingDescriptor } from 'sarif';
import type { Level } from '../../harness/engine/rule/check.ts';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { pageAddress } from '../text/page-address.ts';
import { bases, checkImpactSentence, mustSentence } from '../text/wording.ts';

const levels: Readonly<Record<Level, 'error' | 'warning' | 'note'>> = { MUST: 'error', SHOULD: 'warning', MAY: 'note' };

/** GitHub takes no longer description. */
const longestDescription = 1_000;

/** A check as a rule: what a conforming server does, why, what to change otherwise, and its page where there is a public site. */
export function ruleOf(judgement: Judgement, { homepage }: Results['tool']): ReportingDescriptor {
  const { check, phase, title, level, must, basis, requirements, remedy } = judgement;
  const helpUri = pageAddress(homepage, 'checks', check);
  const rules = requirements.map(({ id, rule, source }) => `${id}: ${rule} (${source})`);
  return {
    id: check,
    ...(helpUri === undefined ? {} : { helpUri }),
    shortDescription: { text: title },
    fullDescription: { text: bounded([`${title}.`, ...rules].join('\n')) },
    help: {
      text: [
        `${level}: ${mustSentence(judgement) ?? bases[basis]}.`,
        `Device: ${checkImpactSentence(judgement)}.`,
        `Change: ${remedy}.`,
        ...rules,
      ].join('\n'),
    },
    defaultConfiguration: { level: levels[level] },
    properties: { tags: [phase, level, ...(must === 'security' ? ['security'] : [])], precision: 'very-high' },
  };
}

function bounded(text: string): string {
  return text.length <= longestDescription
    ? text
    : `${text.slice(0, longestDescription - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
