import { siteIn } from '../../harness/package-root.ts';

/** What has a page of its own on the documentation site. */
export type PageKind = 'checks' | 'requirements';

/** Where the page of a check or a requirement is, from the root of the site: `checks/provisioning/thumbprint.html`. */
export function pagePath(kind: PageKind, id: string): string {
  return `${kind}/${id.split('/').map(encodeURIComponent).join('/')}.html`;
}

/** The address of that page on the site whose address is given; undefined where there is none, or none that is an address of a site. */
export function pageAddress(homepage: string | undefined, kind: PageKind, id: string): string | undefined {
  const site = siteIn(homepage);
  return site === undefined ? undefined : `${site.replace(/\/+$/u, '')}/${pagePath(kind, id)}`;
}
