import type { Check } from '../../../engine/rule/check.ts';
import { nearest } from '../../../device/target/suggest.ts';
import { mustKinds } from '../../../engine/rule/kind-of-must.ts';
import type { FaultEntry } from '../../../protocol/faults/fault-entry.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { lookupFault } from '../../../protocol/faults/lookup.ts';
import { checks } from '../../../../suites/index.ts';
import { loadCatalogue, sourceText } from '../../../../suites/requirements/catalogue.ts';
import type { Requirement } from '../../../../suites/requirements/catalogue.ts';
import { mustOf } from '../../../../suites/requirements/must-of.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

/** The options of the command. */
export interface ExplainOptions {
  readonly json?: true;
}

/** Explains a check, a requirement or a code: what it means, what causes it and what to do. */
export function explain(term: string, { json }: ExplainOptions, io: Io): Promise<number> {
  const check = checks.find(({ id }) => id === term);
  const row = loadCatalogue().find(({ id }) => id === term.toUpperCase());
  const faults = lookupFault(term);
  if (!check && !row && faults.length === 0) throw new UsageError(unknown(term));
  if (json) {
    const described = check && { ...describe(check) };
    io.out(`${JSON.stringify({ term, check: described, requirement: row, faults: faults.map(withHex) }, null, 2)}\n`);
  } else {
    if (check) io.out(checkText(check));
    if (row) io.out(requirementText(row));
    io.out(faults.map(faultText).join('\n'));
  }
  return Promise.resolve(0);
}

function unknown(term: string): string {
  const meant = nearest(term, [...checks.map(({ id }) => id), ...loadCatalogue().map(({ id }) => id)]);
  return (
    `"${term}" is unknown${meant ? `; did you mean "${meant}"?` : ''} ` +
    '(allowed: a check id, a requirement id, an HRESULT, a subcode, an ErrorType or an MENROLL_E_ name)'
  );
}

function describe(check: Check): object {
  const { id, title, level, basis, requirements, since, impact, seen, remedy, counterexamples } = check;
  const names = counterexamples.map(({ name }) => name);
  const must = mustOf(check);
  return { id, title, level, must, seen, basis, requirements, since, impact, remedy, counterexamples: names };
}

function withHex(entry: FaultEntry): object {
  return { ...entry, hresult: formatHresult(entry.hresult) };
}

function checkText(check: Check): string {
  const { impact, requirements, seen } = check;
  const must = mustOf(check);
  const rows = loadCatalogue().filter(({ id }) => requirements.includes(id));
  return [
    `${check.id} (${[check.level, must === undefined ? [] : mustKinds[must], check.basis].flat().join(', ')}, since ${check.since})`,
    `  ${check.title}.`,
    `  Otherwise   ${impact.says}${impact.hresult === undefined ? '' : ` (${impact.hresult})`}.`,
    ...(seen === undefined ? [] : [`  Seen        ${seen}`]),
    `  Remedy      ${check.remedy}`,
    ...rows.map(({ id, rule }) => `  ${id.padEnd(11)} ${rule}`),
    '  Fails on a server with',
    ...check.counterexamples.map(({ name }, index) => `    ${name}  (serve --defect ${check.id}:${index})`),
    '',
  ].join('\n');
}

function requirementText(row: Requirement): string {
  const { id, level, rule, verification, phase } = row;
  const by = checks.filter(({ requirements }) => requirements.includes(id)).map((check) => check.id);
  const how =
    by.length > 0
      ? by.join(', ')
      : `${verification.by}: ${'reason' in verification ? verification.reason : verification.how}`;
  return [
    `${id} (${level}, ${phase})`,
    `  ${rule}.`,
    `  Source      ${sourceText(row)}`,
    `  Judged by   ${how}`,
    '',
  ].join('\n');
}

function faultText({ kind, wireName, hresult, names, meaning, cause, remedy, sources }: FaultEntry): string {
  const sent = wireName === undefined ? '' : `, ${kind} ${wireName}`;
  return [
    `${formatHresult(hresult)} ${names.join(', ')}${sent}`,
    `  Means       ${meaning}`,
    `  Cause       ${cause}`,
    `  Remedy      ${remedy}`,
    `  Sources     ${sources.join('; ')}`,
    '',
  ].join('\n');
}
