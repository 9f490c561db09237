import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the folder that holds package.json, from the sources and from the build alike. */
export const packageRoot = findPackageRoot(path.dirname(fileURLToPath(import.meta.url)));

/** The version of this package. */
export const packageVersion = readVersion();

function readVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync(path.join(packageRoot, 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}

function findPackageRoot(folder: string): string {
  if (existsSync(path.join(folder, 'package.json'))) return folder;
  return findPackageRoot(path.dirname(folder));
}
