import type { Check } from '../../harness/engine/rule/check.ts';
import { count } from '../../reports/text/units.ts';
import { phases } from '../../suites/requirements/requirement.ts';
import type { Phase, Requirement } from '../../suites/requirements/requirement.ts';
import { link, page, table, text } from './markdown.ts';

/** The pages that lead to the checks: one of all phases, and one for each. By their path below the site. */
export function checkLists(checks: readonly Check[]): readonly (readonly [string, string])[] {
  const of = (phase: Phase): readonly Check[] => checks.filter(({ id }) => id.startsWith(`${phase}/`));
  const musts = (some: readonly Check[]): string => `${some.filter(({ level }) => level === 'MUST').length}`;
  const rows = phases.map((phase) => [link(phase, `checks/${phase}/`), `${of(phase).length}`, musts(of(phase))]);
  return [
    [
      'checks/index.md',
      page('Checks', 'All checks by phase of the enrollment', [
        '# Checks',
        `${count(checks.length, 'check')} judge what a server answers, in the order in which a device meets it. ${musts(checks)} of them are a MUST: they decide the verdict.`,
        table(['phase', 'checks', 'MUST'], rows),
      ]),
    ],
    ...phases.map(
      (phase) =>
        [
          `checks/${phase}/index.md`,
          page(`Checks: ${phase}`, `All checks of the phase ${phase}`, [
            `# Checks: ${phase}`,
            table(
              ['check', 'level', 'a conforming server'],
              of(phase).map(({ id, level, title }) => [
                link(id.slice(phase.length + 1), `checks/${id}`),
                level,
                text(title),
              ]),
            ),
          ]),
        ] as const,
    ),
  ];
}

/** The pages that lead to the rows of the catalogue: one of all phases, and one for each. By their path below the site. */
export function requirementLists(
  rows: readonly Requirement[],
  checks: readonly Check[],
): readonly (readonly [string, string])[] {
  const judged = new Set(checks.flatMap(({ requirements }) => requirements));
  const present = phases.filter((phase) => rows.some((row) => row.phase === phase));
  const of = (phase: Phase): readonly Requirement[] => rows.filter((row) => row.phase === phase);
  const named = (some: readonly Requirement[]): string => `${some.filter(({ id }) => judged.has(id)).length}`;
  return [
    [
      'requirements/index.md',
      page('Requirements', 'All requirements by phase of the enrollment', [
        '# Requirements',
        `The catalogue has ${count(rows.length, 'requirement')}; checks judge ${named(rows)} of them. [How to read a row](/requirements/catalogue)`,
        table(
          ['phase', 'requirements', 'judged by checks'],
          present.map((phase) => [link(phase, `requirements/phase-${phase}`), `${of(phase).length}`, named(of(phase))]),
        ),
      ]),
    ],
    ...present.map(
      (phase) =>
        [
          `requirements/phase-${phase}.md`,
          page(`Requirements: ${phase}`, `All requirements of the phase ${phase}`, [
            `# Requirements: ${phase}`,
            table(
              ['row', 'level', 'rule', 'judged'],
              of(phase).map(({ id, level, rule }) => [
                link(id, `requirements/${id}`),
                level,
                text(rule),
                judged.has(id) ? 'yes' : 'no',
              ]),
            ),
          ]),
        ] as const,
    ),
  ];
}
