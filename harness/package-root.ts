import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Absolute path of the package's folder, from the sources and from the build alike. The build has a package.json of its own. */
export const packageRoot = findPackageRoot(import.meta.dirname);

/** The version of this package. */
export const packageVersion = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

function findPackageRoot(folder: string): string {
  if (existsSync(path.join(folder, 'schemas'))) return folder;
  return findPackageRoot(path.dirname(folder));
}
