const token = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g;
const emptyElement = /(<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!\/)>)\n *(<\/\2\s*>)/g;
const longLine = 300;
/** In characters: enrollment messages have some thousand, and what never closes its markup is read again from each of its tags. */
const longest = 64 * 1024;
const deepest = 40;

/**
 * Gives markup that was sent in long lines an indent for reading. Purely lexical: it repairs and refuses nothing, so that broken XML
 * is shown broken. Text that has lines already, is no markup or longer than any message comes back unchanged.
 */
export function indentXml(text: string): string {
  if (!needsLines(text)) return text;
  const lines: string[] = [];
  let line = '';
  let depth = 0;
  for (const [part] of text.matchAll(token)) {
    if (isText(part)) {
      line += part.trim() === '' ? '' : part;
      continue;
    }
    if (part.startsWith('</')) depth = Math.max(0, depth - 1);
    if (line.endsWith('>')) {
      lines.push(line);
      line = '  '.repeat(Math.min(depth, deepest));
    }
    line += part;
    if (/^<[^/!?]/.test(part) && !part.endsWith('/>')) depth += 1;
  }
  return [...lines, line].join('\n').replace(emptyElement, '$1$3');
}

function needsLines(text: string): boolean {
  if (text.length > longest) return false;
  return /^\uFEFF?\s*</u.test(text) && text.split('\n').some((line) => line.length > longLine && line.includes('><'));
}

function isText(part: string): boolean {
  return !part.startsWith('<') || part.startsWith('<![CDATA[') || part === '<';
}
