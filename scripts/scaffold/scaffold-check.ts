import { packageVersion } from '../../harness/package-root.ts';
import type { Phase, Requirement } from '../../suites/requirements/catalogue.ts';
import { withEntry } from './index-entry.ts';
import type { Need } from './need.ts';
import { startingPoint } from './starting-point.ts';
import { template } from './template.ts';

/** What a new check is made from. */
export interface Blueprint {
  readonly phase: Phase;
  readonly name: string;
  readonly need: Need;
  readonly requirement: Requirement;
  /** The present text of a file, by its path in `suites`; undefined where there is none. */
  readonly read: (file: string) => string | undefined;
}

/** A new check as files. */
export interface Scaffold {
  /** The texts of what is new or changed, by their paths in `suites`. */
  readonly files: Readonly<Record<string, string>>;
  /** What Vitest is told, so that it runs the test of this check. */
  readonly test: string;
}

/** The message whose answer checks of a phase judge; `discover` for phases about all messages. */
const kinds: Partial<Record<Phase, string>> = {
  policy: 'get-policies',
  enrollment: 'issue',
  provisioning: 'issue',
  certificates: 'issue',
  faults: 'issue',
  renewal: 'renew',
};

/** The sorts of need whose test is a row of a table of the phase. */
const tables: Partial<Record<Need, string>> = { refusal: 'refusals', tolerance: 'tolerances' };

/** The files of a new check. They compile; its test fails, or that of all checks, until everything in angle brackets is replaced. */
export function scaffoldCheck({ phase, name, need, requirement, read }: Blueprint): Scaffold {
  const { level, basis } = startingPoint(requirement);
  const id = `${phase}/${name}`;
  const variable = variableFor(name, need);
  const title = `'${requirement.rule.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const head = template('head', { id, title, level, basis, row: requirement.id, since: packageVersion }).trimEnd();
  const values = { head, id, name, variable, kind: kinds[phase] ?? 'discover' };

  const present = read(`${phase}/index.ts`);
  const index = present ?? template('index', { variable: `${camelCase(phase)}Checks` });
  const list = /^export const (\w+)/m.exec(index)?.[1] ?? '';
  const registry = withEntry(read('index.ts') ?? '', `...${list}`, list, `./${phase}/index.ts`);

  const table = tables[need];
  const test = table === undefined ? `${id}.test.ts` : `${phase}/${table}.test.ts`;
  const tested =
    table === undefined
      ? template(`${need}.test`, values)
      : withRow(read(test) ?? template('table', { list }), template(`${need}.row`, values));
  return {
    files: {
      [`${id}.ts`]: template(`${need}.check`, values),
      [test]: tested,
      [`${phase}/index.ts`]: withEntry(index, variable, variable, `./${name}.ts`),
      ...(present === undefined ? { 'index.ts': registry } : {}),
    },
    test: table === undefined ? `suites/${id}.test` : `suites/${phase}/${table} -t ${id}`,
  };
}

/** The text of a table of tests with one row more. */
function withRow(table: string, row: string): string {
  const end = table.lastIndexOf('});');
  return `${table.slice(0, end)}${row}${table.slice(end)}`;
}

/** The name in camel case; with `Check` after it where the check imports something of that name. */
function variableFor(name: string, need: Need): string {
  const variable = camelCase(name);
  const source = template(`${need}.check`, { head: '', variable: '', kind: '' });
  const isTaken = new RegExp(`^import \\{[^}]*\\b${variable}\\b`, 'm').test(source);
  return isTaken ? `${variable}Check` : variable;
}

function camelCase(words: string): string {
  return words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
