import { explainRequirement } from '../../harness/app/explained/explain-requirement.ts';
import type { Requirement } from '../../suites/requirements/requirement.ts';
import { link, list, page, section, text } from './markdown.ts';

/** The sections of the page of each requirement, in their order. */
export const requirementSections = ['Source', 'Whom it binds', 'How it is verified', 'Checks'] as const;

/** The page of a row of the catalogue: what `explain` says of it. */
export function requirementPage(row: Requirement): string {
  const { id, level, phase, rule, source, applies, standing, how, judgedBy, unverified, topics } =
    explainRequirement(row);
  const contents: Readonly<Record<(typeof requirementSections)[number], readonly string[]>> = {
    Source: [`${text(source)}.`],
    'Whom it binds': [`It concerns ${text(applies)}. ${text(standing)}`],
    'How it is verified': [`${text(how)}.`],
    Checks: [
      judgedBy.length === 0 ? 'No check judges it.' : '',
      unverified === undefined ? '' : `Why nothing verifies it: ${text(unverified)}.`,
      list(
        judgedBy.map(
          ({ check, title, level: at, verifies }) =>
            `${link(check, `checks/${check}`)} (${at}${verifies ? '' : ', below the level of the row'}): ${text(title)}`,
        ),
      ),
      ...topics.map(
        ({ name, title }) => `What happens on the device: ${link(name, `topics#${name}`)}, ${text(title)}.`,
      ),
    ],
  };
  return page(`${id}: ${rule}`, source, [
    `# ${id}: ${text(rule)}`,
    `${level} · phase ${link(phase, `requirements/phase-${phase}`)}`,
    ...requirementSections.map((heading) => section(heading, contents[heading])),
  ]);
}
