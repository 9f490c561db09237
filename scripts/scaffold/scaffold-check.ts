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
  /** The present index of the phase; undefined for the first check of a phase. */
  readonly index: string | undefined;
  /** The present text of `suites/index.ts`. */
  readonly registry: string;
}

/** A file of the new check, by its path in `suites`. */
export type Scaffold = Readonly<Record<string, string>>;

/** The message whose answer checks of a phase judge; `discover` for phases about all messages. */
const kinds: Partial<Record<Phase, string>> = {
  policy: 'get-policies',
  enrollment: 'issue',
  provisioning: 'issue',
  certificates: 'issue',
  faults: 'issue',
  renewal: 'renew',
};

/** The files of a new check. They compile; its test fails, or lint does, until everything in angle brackets is replaced. */
export function scaffoldCheck({ phase, name, need, requirement, index, registry }: Blueprint): Scaffold {
  const { level, basis } = startingPoint(requirement);
  const id = `${phase}/${name}`;
  const variable = variableFor(name, need);
  const title = `'${requirement.rule.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const head = template('head', { id, title, level, basis, row: requirement.id, since: packageVersion }).trimEnd();
  const values = { head, name, variable, kind: kinds[phase] ?? 'discover' };
  const list = `${camelCase(phase)}Checks`;
  return {
    [`${id}.ts`]: template(`${need}.check`, values),
    [`${id}.test.ts`]: template(`${need}.test`, values),
    [`${phase}/index.ts`]: withEntry(
      index ?? template('index', { variable: list }),
      variable,
      variable,
      `./${name}.ts`,
    ),
    ...(index === undefined ? { 'index.ts': withEntry(registry, `...${list}`, list, `./${phase}/index.ts`) } : {}),
  };
}

/** The name in camel case; with `Check` after it where the check imports something of that name. */
function variableFor(name: string, need: Need): string {
  const variable = camelCase(name);
  const source = template(`${need}.check`, { head: '', name, variable: '', kind: '' });
  const isTaken = new RegExp(`^import \\{[^}]*\\b${variable}\\b`, 'm').test(source);
  return isTaken ? `${variable}Check` : variable;
}

function camelCase(words: string): string {
  return words.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
