import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the package's folder, from the sources and from the build alike. The build has a package.json of its own. */
export const packageRoot = findPackageRoot(import.meta.dirname);

const manifest = readManifest();

/** The version of this package. */
export const packageVersion = typeof manifest['version'] === 'string' ? manifest['version'] : '';

/** Where the documentation site of this package is: the `homepage` of its manifest, if it can have pages below it. */
export const packageHomepage = siteIn(manifest['homepage']);

/** The address if it is one of a site, which is an `https:` address without query and fragment; otherwise undefined. */
export function siteIn(address: unknown): string | undefined {
  return typeof address === 'string' && /^https:\/\/[^\s?#"'<>\\]+$/u.test(address) ? address : undefined;
}

function readManifest(): Readonly<Record<string, unknown>> {
  const read: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return typeof read === 'object' && read !== null ? { ...read } : {};
}

function findPackageRoot(folder: string): string {
  if (existsSync(path.join(folder, 'schemas'))) return folder;
  return findPackageRoot(path.dirname(folder));
}
