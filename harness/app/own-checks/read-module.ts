import type { Check } from '../../engine/rule/check.ts';
import { isOwnId, scenarioProblem, shown } from '../../device/run/define-scenario.ts';
import type { OwnScenario } from '../../device/run/define-scenario.ts';
import type { ModuleName } from '../../wire/exchange/module-note.ts';
import { loadCatalogue } from '../../../suites/requirements/catalogue.ts';
import { phases } from '../../../suites/requirements/requirement.ts';
import { catalogueNote } from '../catalogue-note.ts';
import { checkProblem } from './check-problem.ts';
import { UnusableModule } from './own-module.ts';
import type { CheckModule, OwnModule, OwnRequirement } from './own-module.ts';
import { scenariosOfModule } from './scenarios-of-module.ts';

/** Words that stand for something else where a prefix stands. */
const reserved: readonly string[] = [...phases, 'mde', 'mde-conformance', 'verdict', 'way'];

/**
 * Reads what a module of checks exports. `from` is what it is known by besides its prefix; messages name it.
 * @throws {UnusableModule}
 */
export function readModule(value: unknown, from: Omit<ModuleName, 'prefix'>): CheckModule {
  const refuse = (problem: string | undefined): void => {
    if (problem !== undefined) throw new UnusableModule(`${from.name}: ${problem}`);
  };
  if (typeof value !== 'object' || value === null) refuse(`it exports ${shown(value)}; expected { checks, … }`);
  const exported = value as Partial<Record<keyof OwnModule, unknown>>;
  const list = (name: 'checks' | 'scenarios' | 'requirements'): readonly unknown[] => {
    const found = exported[name];
    if (found === undefined && name !== 'checks') return [];
    if (!Array.isArray(found)) refuse(`its export "${name}" is ${shown(found)}; expected a list`);
    return found as readonly unknown[];
  };
  const checks = list('checks');
  const scenarios = list('scenarios');
  const rows = readRows(list('requirements'), refuse);
  if (checks.length + scenarios.length === 0) refuse('its export "checks" is empty; expected at least one check');
  const known = new Set([...rows.map(({ id }) => id), ...loadCatalogue().map(({ id }) => id)]);
  checks.forEach((check, index) => {
    refuse(checkProblem(check, index + 1, (id) => known.has(id)));
  });
  for (const scenario of scenarios) refuse(scenarioProblem(scenario));
  const ids = [...(checks as readonly Check[]), ...(scenarios as readonly OwnScenario[])].map(({ id }) => id);
  const prefix = prefixOf(exported.prefix, ids, refuse);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) refuse(`it has two checks or scenarios with the id ${twice}`);
  if (ids.includes(`${prefix}/cleanup`))
    refuse(`the id ${prefix}/cleanup is that of the scenario in which its devices leave`);
  const name = { prefix, ...from };
  return {
    name,
    checks: checks as readonly Check[],
    scenarios: scenariosOfModule(prefix, scenarios as readonly OwnScenario[]),
    requirements: rows,
    noteOf: (id) => {
      const own = rows.find((row) => row.id === id);
      return own === undefined ? catalogueNote(id) : { id, rule: own.rule, source: own.source, binds: false };
    },
  };
}

type Refuse = (problem: string | undefined) => void;

function prefixOf(given: unknown, ids: readonly string[], refuse: Refuse): string {
  const prefix = given ?? ids[0]?.split('/')[0];
  if (typeof prefix !== 'string' || !isOwnId(`${prefix}/x`))
    refuse(`its prefix is ${shown(prefix)}; expected small letters, digits and hyphens, as acme`);
  const word = typeof prefix === 'string' ? prefix : '';
  if (reserved.includes(word)) refuse(`its prefix "${word}" is one of ours; take another than ${reserved.join(', ')}`);
  const other = ids.find((id) => !id.startsWith(`${word}/`));
  if (other !== undefined) refuse(`the id ${other} does not begin with "${word}/", the prefix of the module`);
  return word;
}

function readRows(rows: readonly unknown[], refuse: Refuse): readonly OwnRequirement[] {
  const ours = new Set(loadCatalogue().map(({ id }) => spaceOf(id)));
  const seen = new Set<string>();
  return rows.map((value, index) => {
    const row: Partial<Record<string, unknown>> = typeof value === 'object' && value !== null ? { ...value } : {};
    const { id, rule, source } = row;
    if (typeof id !== 'string' || !/^[A-Z][A-Z0-9]*-\d+$/.test(id))
      refuse(`requirement ${index + 1} has the id ${shown(id)}; expected one such as ACME-01`);
    const word = String(id);
    if (ours.has(spaceOf(word)))
      refuse(`the requirement ${word} begins as ours do; take another name than ${spaceOf(word)}`);
    if (seen.has(word)) refuse(`it has two requirements with the id ${word}`);
    seen.add(word);
    if (typeof rule !== 'string' || rule.trim() === '')
      refuse(`the requirement ${word} has the rule ${shown(rule)}; expected a sentence`);
    if (typeof source !== 'string' || source.trim() === '')
      refuse(`the requirement ${word} has the source ${shown(source)}; expected a document and a section`);
    return { id: word, rule: String(rule), source: String(source) };
  });
}

function spaceOf(id: string): string {
  return id.split('-')[0] ?? '';
}
