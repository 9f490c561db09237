import path from 'node:path';

/**
 * The name of a file relative to a folder, with `/`, by which a report for a repository points at it; undefined for a file that does not lie
 * in the folder. Both paths are absolute.
 */
export function nameInside(folder: string, file: string): string | undefined {
  const name = path.relative(folder, file);
  const isOutside = name === '' || name === '..' || name.startsWith(`..${path.sep}`) || path.isAbsolute(name);
  return isOutside ? undefined : name.split(path.sep).join('/');
}
