import { nearest } from './suggest.ts';
import type { Path, TargetDocument } from './target-document.ts';
import { TargetError } from './target-error.ts';

/** The description of one target, with the places where its fields may stand. */
interface ChosenTarget {
  readonly content: unknown;
  readonly roots: readonly Path[];
  /** What begins each problem, where the file describes several targets. */
  readonly where: string;
}

const allowed = ['$schema', 'defaults', 'targets'];
const namePattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * The target that a file describes, or the one called `name` of several, its own fields in place of those of `defaults`. Throws
 * `TargetError`, which names the targets.
 */
export function chosenTarget(document: TargetDocument, name: string | undefined): ChosenTarget {
  const { file, content } = document;
  if (!('targets' in content)) {
    if (name === undefined) return { content, roots: [[]], where: '' };
    throw new TargetError(
      `--target "${name}": ${file} describes one target; leave --target out, or name it below "targets"`,
    );
  }
  const { targets, defaults = {} } = content;
  const fail = (path: Path, problem: string, unknown?: string): never => {
    throw new TargetError(`${document.place([[]], path, unknown) ?? file}: ${problem}`);
  };
  const other = Object.keys(content).find((key) => !allowed.includes(key));
  if (other !== undefined) {
    fail([], `unknown field "${other}" beside "targets"; what all targets share stands below "defaults"`, other);
  }
  if (!isMap(defaults)) return fail(['defaults'], '"defaults" must hold fields of targets, such as "email"');
  if (!isMap(targets) || Object.keys(targets).length === 0) {
    return fail(['targets'], '"targets" must hold targets by name, each with fields such as "url"');
  }
  const names = Object.keys(targets);
  const odd = names.find((one) => !namePattern.test(one));
  if (odd !== undefined) {
    fail(
      ['targets'],
      'the name of a target has letters, digits, ".", "_" and "-", 64 at most, and begins with a letter or digit',
      odd,
    );
  }
  const [first = '', ...others] = names;
  if (name === undefined && others.length > 0) {
    throw new TargetError(`${file} describes several targets; choose one with --target: ${names.join(', ')}`);
  }
  const chosen = name ?? first;
  if (!names.includes(chosen)) {
    const meant = nearest(chosen, names);
    throw new TargetError(
      `--target "${chosen}": ${file} has no such target; ${meant ? `did you mean "${meant}"?` : `it has ${names.join(', ')}`}`,
    );
  }
  const own = targets[chosen];
  if (!isMap(own)) return fail(['targets', chosen], `"targets.${chosen}" must hold fields such as "url"`);
  return {
    content: { ...defaults, ...own },
    roots: [['targets', chosen], ['defaults']],
    where: `target "${chosen}": `,
  };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
