import { phases } from '../../suites/requirements/requirement.ts';
import type { KeptDocument } from './kept-documents.ts';

interface Item {
  readonly text: string;
  readonly link?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly Item[];
}

/** What stands at the side of each page, by the beginning of its path. */
export type Navigation = Readonly<Record<string, readonly Item[]>>;

/** Documents in the order in which people need them; those that are not named follow by their titles. */
const first: readonly string[] = ['docs/quick-start', 'docs/manual', 'docs/ci', 'docs/glossary'];
const last: readonly string[] = ['docs/changelog', 'docs/contributing', 'docs/vulnerabilities'];

/** The navigation by what is there: a document appears by being in `docs`. */
export function navigationOf(documents: readonly KeptDocument[], apiSections: readonly string[]): Navigation {
  const item = ({ to, title }: KeptDocument): Item => ({
    text: to === 'docs/manual' ? 'Manual' : title,
    link: `/${to}`,
  });
  const named = (names: readonly string[]): readonly KeptDocument[] =>
    names.flatMap((name) => documents.filter(({ to }) => to === name));
  const decisions = documents.filter(({ to }) => to.startsWith('docs/decisions/'));
  const others = documents
    .filter(({ to }) => /^docs\/[^/]+$/u.test(to) && ![...first, ...last].includes(to))
    .toSorted((one, other) => one.title.localeCompare(other.title, 'en'));
  const device: readonly Item[] = [
    { text: 'Codes', link: '/codes' },
    { text: 'Events', link: '/events' },
    { text: 'On the device', link: '/topics' },
  ];
  return {
    '/docs/': [
      { text: 'Documents', items: [...named(first), ...others, ...named(last)].map(item) },
      { text: 'Decisions', collapsed: true, items: decisions.map(item) },
    ],
    '/checks/': [
      { text: 'Checks', link: '/checks/', items: phases.map((phase) => ({ text: phase, link: `/checks/${phase}/` })) },
    ],
    '/requirements/': [
      {
        text: 'Requirements',
        link: '/requirements/',
        items: [
          { text: 'How to read a row', link: '/requirements/catalogue' },
          ...phases.map((phase) => ({ text: phase, link: `/requirements/phase-${phase}` })),
        ],
      },
    ],
    '/api/': [
      {
        text: 'Library',
        items: apiSections.map((text) => ({ text, link: `/api/#${text.toLowerCase().replaceAll(' ', '-')}` })),
      },
    ],
    ...Object.fromEntries(device.map(({ link = '' }) => [link, [{ text: 'Windows', items: device }]])),
  };
}
