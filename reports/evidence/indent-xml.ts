const token = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g;
const emptyElement = /(<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!\/)>)\n *(<\/\2\s*>)/g;
const longLine = 300;

/**
 * Gives markup that was sent in long lines an indent for reading. Purely lexical: it repairs and refuses nothing, so that broken XML
 * is shown broken. Text that has lines already, or is no markup, comes back unchanged.
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
      line = '  '.repeat(depth);
    }
    line += part;
    if (/^<[^/!?]/.test(part) && !part.endsWith('/>')) depth += 1;
  }
  return [...lines, line].join('\n').replace(emptyElement, '$1$3');
}

function needsLines(text: string): boolean {
  return /^\uFEFF?\s*</u.test(text) && text.split('\n').some((line) => line.length > longLine && line.includes('><'));
}

function isText(part: string): boolean {
  return !part.startsWith('<') || part.startsWith('<![CDATA[') || part === '<';
}
