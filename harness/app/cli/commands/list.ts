import { mustKinds } from '../../../engine/rule/kind-of-must.ts';
import { loadModules } from '../../own-checks/load-modules.ts';
import type { CheckModule } from '../../own-checks/own-module.ts';
import { checksWith } from '../../own-checks/with-modules.ts';
import { codes } from '../../../protocol/codes/table.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { loadCatalogue } from '../../../../suites/requirements/catalogue.ts';
import { mustOf } from '../../../../suites/requirements/must-of.ts';
import { scenarios } from '../../../../suites/scenarios.ts';
import type { Io } from '../io.ts';
import { refuseUnknown } from '../selection.ts';
import { table } from '../table.ts';

/** The options of the command. */
export interface ListOptions {
  readonly phase?: string;
  readonly json?: true;
  /** Modules of checks, which are listed behind ours. */
  readonly checks?: readonly string[];
}

/** One line of a list: what is printed as JSON, and the columns that people see. */
interface Row {
  readonly document: object;
  readonly columns: readonly string[];
}

const lists: Readonly<Record<string, (phase: string | undefined, modules: readonly CheckModule[]) => Row[]>> = {
  checks: listChecks,
  requirements: listRequirements,
  scenarios: listScenarios,
  faults: listFaults,
};

/** Prints a part of the catalogue. */
export async function list(what: string, { phase, json, checks = [] }: ListOptions, io: Io): Promise<number> {
  refuseUnknown(what, Object.keys(lists), 'list');
  const rows = lists[what]?.(phase, await loadModules(checks)) ?? [];
  if (json) {
    io.out(
      `${JSON.stringify(
        rows.map(({ document }) => document),
        null,
        2,
      )}\n`,
    );
  } else {
    io.out(table(rows.map(({ columns }) => columns)));
    io.out(`\n${rows.length} ${what}\n`);
  }
  return 0;
}

function listChecks(phase: string | undefined, modules: readonly CheckModule[]): Row[] {
  const checks = checksWith(modules);
  const known = [...new Set(checks.map(({ id }) => phaseOf(id)))];
  if (phase !== undefined) refuseUnknown(phase, known, '--phase');
  return checks
    .filter(({ id }) => phase === undefined || phaseOf(id) === phase)
    .map((check) => {
      const { id, title, level, basis, requirements, since, impact, seen } = check;
      const must = requirements.every(isOfCatalogue) ? mustOf(check) : undefined;
      return {
        document: { id, phase: phaseOf(id), title, level, must, seen, basis, requirements, since, impact },
        columns: [id, level, must === undefined ? '' : mustKinds[must], requirements.join(' '), title],
      };
    });
}

function listRequirements(phase: string | undefined, modules: readonly CheckModule[]): Row[] {
  const catalogue = loadCatalogue();
  const checks = checksWith(modules);
  const own = modules.flatMap((module) => module.requirements.map((row) => ({ ...row, phase: module.name.prefix })));
  if (phase !== undefined)
    refuseUnknown(phase, [...new Set([...catalogue, ...own].map((row) => row.phase))], '--phase');
  const judgedBy = (id: string): string[] =>
    checks.filter(({ requirements }) => requirements.includes(id)).map((check) => check.id);
  const ownRows = own
    .filter((row) => phase === undefined || row.phase === phase)
    .map((row) => ({
      document: { ...row, checks: judgedBy(row.id) },
      columns: [row.id, '', judgedBy(row.id).join(' '), row.rule],
    }));
  const rows = catalogue
    .filter((row) => phase === undefined || row.phase === phase)
    .map((row) => {
      const by = judgedBy(row.id);
      const how = by.length > 0 ? by.join(' ') : row.verification.by;
      return { document: { ...row, checks: by }, columns: [row.id, row.level, how, row.rule] };
    });
  return [...rows, ...ownRows];
}

function listScenarios(_phase: string | undefined, modules: readonly CheckModule[]): Row[] {
  return [...scenarios, ...modules.flatMap((module) => module.scenarios)].map(({ id, title, effect, devices }) => ({
    document: { id, title, effect, devices },
    columns: [id, effect, `${devices} ${devices === 1 ? 'device' : 'devices'}`, title],
  }));
}

function listFaults(): Row[] {
  return codes.map((entry) => ({
    document: { ...entry, hresult: formatHresult(entry.hresult), cause: entry.who[0] },
    columns: [formatHresult(entry.hresult), entry.wireName ?? '', entry.names[0] ?? '', entry.meaning],
  }));
}

function isOfCatalogue(id: string): boolean {
  return loadCatalogue().some((row) => row.id === id);
}

function phaseOf(id: string): string {
  return id.split('/')[0] ?? '';
}
