import { stringify } from 'csv-stringify/sync';
import type { Judgement, Results } from '../../harness/engine/verdict/results.ts';
import { allJudgements } from '../own/own-judgements.ts';
import type { Renderer } from '../renderer.ts';
import { mostFindings, tame } from '../tame.ts';
import { findingLine } from '../text/explanation.ts';
import { checkImpactSentence, reasonOf } from '../text/wording.ts';
import { waysOf } from '../text/ways.ts';

/** Excel keeps 32,767 characters of a cell. */
const longestCell = 32_000;

type Column = readonly [name: string, valueOf: (judgement: Judgement, results: Results) => string];

const columns: readonly Column[] = [
  ['check', ({ check }) => check],
  ['phase', ({ phase }) => phase],
  ['level', ({ level }) => level],
  ['must', ({ must = '' }) => must],
  ['basis', ({ basis }) => basis],
  ['outcome', ({ outcome }) => outcome],
  ['title', ({ title }) => title],
  ['seen', (judgement) => seen(judgement)],
  ['findings', ({ findings }) => String(findings.length)],
  ['reason', (judgement) => (isExplained(judgement) ? reasonOf(judgement) : '')],
  ['blocked by', ({ blockedBy = '' }) => blockedBy],
  ['cause', ({ check }, { causes }) => causes.find(({ checks }) => checks.includes(check))?.id ?? ''],
  ['ways in', ({ check }, results) => waysOf(check, results).join(' ')],
  ['device if not met', (judgement) => checkImpactSentence(judgement)],
  ['hresult', ({ impact }) => impact.hresult ?? ''],
  ['change', ({ remedy }) => remedy],
  ['requirements', ({ requirements }) => requirements.map(({ id }) => id).join(' ')],
  ['sources', ({ requirements }) => requirements.map(({ source }) => source).join('; ')],
  ['exchanges', ({ exchanges }) => exchanges.slice(0, 100).join(' ')],
  ['target', (_, { run }) => run.target],
  ['verdict', (_, { verdict }) => verdict],
  ['waived until', ({ waived }) => waived?.until ?? ''],
  ['waived by', ({ waived }) => waived?.by.map(({ owner }) => owner).join('; ') ?? ''],
  ['waived because', ({ waived }) => waived?.by.map(({ reason }) => reason).join('; ') ?? ''],
];

/**
 * CSV (RFC 4180), one row for each check, for spreadsheets. A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * this changes the data, and quotes alone do not help.
 */
export const csv: Renderer = {
  format: 'csv',
  fileName: 'results.csv',
  render: (results) => {
    const tamed = tame(results);
    const rows = allJudgements(tamed).map((judgement) =>
      columns.map(([, valueOf]) => bounded(valueOf(judgement, tamed))),
    );
    return stringify([columns.map(([name]) => name), ...rows], {
      escape_formulas: true,
      record_delimiter: 'windows',
      quoted_match: /\n/u,
    });
  },
};

function seen(judgement: Judgement): string {
  return judgement.findings.slice(0, mostFindings).map(findingLine).join('\n');
}

function isExplained({ outcome }: Judgement): boolean {
  return outcome !== 'passed' && outcome !== 'failed';
}

function bounded(text: string): string {
  return text.length <= longestCell ? text : `${text.slice(0, longestCell).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
