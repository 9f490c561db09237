/** The places in the same folder tree that a Markdown text links to, as they are written and without their anchors. */
export function relativeLinks(markdown: string): readonly string[] {
  const links = [...markdown.matchAll(/\]\(([^)\s]+)[^)]*\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return links.filter((target) => target !== '' && !/^[a-z][a-z0-9+.-]*:/.test(target));
}
