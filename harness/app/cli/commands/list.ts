import { mustKinds } from '../../../engine/rule/kind-of-must.ts';
import { codes } from '../../../protocol/codes/table.ts';
import { formatHresult } from '../../../protocol/faults/hresult.ts';
import { checks } from '../../../../suites/index.ts';
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
}

/** One line of a list: what is printed as JSON, and the columns that people see. */
interface Row {
  readonly document: object;
  readonly columns: readonly string[];
}

const lists: Readonly<Record<string, (phase: string | undefined) => Row[]>> = {
  checks: listChecks,
  requirements: listRequirements,
  scenarios: listScenarios,
  faults: listFaults,
};

/** Prints a part of the catalogue. */
export function list(what: string, { phase, json }: ListOptions, io: Io): Promise<number> {
  refuseUnknown(what, Object.keys(lists), 'list');
  const rows = lists[what]?.(phase) ?? [];
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
  return Promise.resolve(0);
}

function listChecks(phase: string | undefined): Row[] {
  const known = [...new Set(checks.map(({ id }) => phaseOf(id)))];
  if (phase !== undefined) refuseUnknown(phase, known, '--phase');
  return checks
    .filter(({ id }) => phase === undefined || phaseOf(id) === phase)
    .map((check) => {
      const { id, title, level, basis, requirements, since, impact, seen } = check;
      const must = mustOf(check);
      return {
        document: { id, phase: phaseOf(id), title, level, must, seen, basis, requirements, since, impact },
        columns: [id, level, must === undefined ? '' : mustKinds[must], requirements.join(' '), title],
      };
    });
}

function listRequirements(phase: string | undefined): Row[] {
  const catalogue = loadCatalogue();
  if (phase !== undefined) refuseUnknown(phase, [...new Set(catalogue.map((row) => row.phase))], '--phase');
  const judgedBy = (id: string): string[] =>
    checks.filter(({ requirements }) => requirements.includes(id)).map((check) => check.id);
  return catalogue
    .filter((row) => phase === undefined || row.phase === phase)
    .map((row) => {
      const by = judgedBy(row.id);
      const how = by.length > 0 ? by.join(' ') : row.verification.by;
      return { document: { ...row, checks: by }, columns: [row.id, row.level, how, row.rule] };
    });
}

function listScenarios(): Row[] {
  return scenarios.map(({ id, title, effect, devices }) => ({
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

function phaseOf(id: string): string {
  return id.split('/')[0] ?? '';
}
