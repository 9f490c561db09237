import { shownUrl } from './shown-url.ts';
import { TargetError } from './target-error.ts';
import { isUsableUrl } from './usable-url.ts';

/** Checks `links` of a target file: pages that a device would open beside the target. Throws `TargetError`. */
export function linkPages(named: readonly string[], target: string): readonly string[] {
  for (const page of named) {
    if (holdsUser(page)) {
      throw new TargetError(`"links": "${shownUrl(page)}" must be a URL without a user name or password`);
    }
    if (!isUsableUrl(page, target)) {
      throw new TargetError(
        `"links": "${shownUrl(page)}" is not allowed; only https: is, and http: on loopback if the target uses it too`,
      );
    }
  }
  return named;
}

function holdsUser(page: string): boolean {
  if (!URL.canParse(page)) return false;
  const { username, password } = new URL(page);
  return username !== '' || password !== '';
}
