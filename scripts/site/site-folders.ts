import path from 'node:path';
import { packageHomepage, packageRoot } from '../../harness/package-root.ts';

const at = (...names: readonly string[]): string => path.join(packageRoot, ...names);

/** Where the documentation site is written and made. Git ignores all but the source. */
export const siteFolders = {
  /** The start page, and the settings and the style for VitePress. */
  source: at('site'),
  /** The reference of the library that typedoc writes; `typedoc.json` names it too. */
  api: at('.cache', 'site', 'api'),
  /** Generated pages in Markdown. */
  pages: at('.cache', 'site', 'pages'),
  /** What people read on the pages that are made of data; `cspell.config.yaml` names it too. */
  prose: at('.cache', 'site', 'prose'),
  cache: at('.cache', 'site', 'vitepress'),
  /** The whole site in HTML. */
  built: at('site', 'dist'),
} as const;

/** The path below which the site lies at its public address; `/` while it has none. It begins and ends with a slash. */
export const siteBase = baseOf(packageHomepage);

/** The path of the address of a site. */
export function baseOf(homepage: string | undefined): string {
  return homepage === undefined ? '/' : `${new URL(homepage).pathname.replace(/\/+$/u, '')}/`;
}
