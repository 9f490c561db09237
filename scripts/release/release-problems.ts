/** The files that name a version, as texts. */
export interface ReleaseFiles {
  readonly packageJson: string;
  readonly packageLock: string;
  readonly changelog: string;
  /** Files that users copy the version from, by their names. */
  readonly recipes: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly version: string;
  readonly repository?: string | { readonly url: string };
}

/** SemVer 2.0.0, after a `v`. */
const isTag = /^v(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/u;

/**
 * Why a tag must not be released, as sentences; none if tag, versions and changelog agree. `repository` is `owner/name` of where the release is made: npm
 * refuses a provenance that the package does not name.
 */
export function releaseProblems(tag: string, files: ReleaseFiles, repository?: string): readonly string[] {
  if (!isTag.test(tag)) return [`The tag "${tag}" is no version; expected one such as v1.2.3 or v1.2.3-rc.1.`];
  const version = tag.slice(1);
  const manifest = JSON.parse(files.packageJson) as Manifest;
  const lock = JSON.parse(files.packageLock) as Manifest & { readonly packages: Readonly<Record<string, Manifest>> };
  const differs = (name: string, found: string | undefined): readonly string[] =>
    found === version ? [] : [`${name} says ${found ?? 'nothing'}, and the tag ${version}.`];
  return [
    ...differs('package.json', manifest.version),
    ...differs('package-lock.json', lock.version),
    ...differs('package-lock.json, of the package itself,', lock.packages['']?.version),
    ...changelogProblems(version, files.changelog),
    ...Object.entries(files.recipes).flatMap(([name, text]) => recipeProblems(version, name, text)),
    ...(repository === undefined ? [] : repositoryProblems(repository, manifest)),
  ];
}

/** `next` for what is before a release, so that nobody gets it unasked. */
export function distTagOf(tag: string): 'latest' | 'next' {
  return tag.includes('-') ? 'next' : 'latest';
}

function changelogProblems(version: string, changelog: string): readonly string[] {
  const sections = changelog.split(/^## /mu).slice(1);
  const of = (start: string) => sections.find((section) => section.split(/\s/u)[0] === start);
  const body = (section: string): string => section.split('\n').slice(1).join('\n').trim();
  const entry = of(version);
  const unreleased = of('Unreleased');
  return [
    ...(unreleased === undefined || body(unreleased) === ''
      ? []
      : ['CHANGELOG.md has entries under "Unreleased", which belong to the version.']),
    ...(entry === undefined ? [`CHANGELOG.md has no section "## ${version}".`] : []),
    ...(entry !== undefined && body(entry) === '' ? [`CHANGELOG.md says nothing of ${version}.`] : []),
    ...(entry !== undefined && !/^\S+ - \d{4}-\d{2}-\d{2}\n/u.test(entry)
      ? [`CHANGELOG.md gives no day to ${version}; expected "## ${version} - 2027-01-31".`]
      : []),
  ];
}

/** `version: 1.2.3` as a default, and `mde-conformance@v1.2.3` or `…/enrollment-conformance@1.2.3` as a reference. */
function recipeProblems(version: string, name: string, text: string): readonly string[] {
  const named = [
    ...text.matchAll(/(?<=(?:mde|enrollment)-conformance@v?)\d[\w.-]*/gu),
    ...text.matchAll(/(?<=^ +version:\n +description: .*\n +default: )\S+/gmu),
  ].map(([found]) => found);
  if (named.length === 0) return [`${name} names no version.`];
  return named.filter((found) => found !== version).map((found) => `${name} names ${found}, and the tag ${version}.`);
}

function repositoryProblems(repository: string, manifest: Manifest): readonly string[] {
  const url = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
  const named = url?.replace(/^(?:git\+)?https:\/\/github\.com\//u, '').replace(/\.git$/u, '');
  if (named?.toLowerCase() === repository.toLowerCase()) return [];
  return [
    `package.json names the repository ${url ?? '(none)'}, and this is ${repository}: npm would refuse the provenance.`,
  ];
}
