const ids = /\sid="([^"]*)"/g;
const links = /<a (?:class="[^"]*" )?href="#([^"]*)"[^>]*>([^]*?)<\/a\s*>/g;

/** The page with the text alone in place of each link to a place that it does not have. */
export function liveLinks(page: string): string {
  const there = new Set(Array.from(page.matchAll(ids), ([, id]) => id));
  return page.replace(links, (link, id: string, text: string) => (there.has(id) ? link : text));
}
