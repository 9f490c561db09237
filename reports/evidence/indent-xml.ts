const token = /<!\[CDATA\[[\s\S]*?\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<(?:"[^"]*"|'[^']*'|[^<>"'])*>|[^<]+|</g;
const emptyElement = /(<([^\s<>/!?]+)(?:\s[^<>]*)?(?<!\/)>)\n *(<\/\2\s*>)/g;
const longLine = 300;
/** In characters. Enrollment messages have some thousand; on broken markup the time grows with the square of the length. */
const longest = 64 * 1024;
const deepest = 40;

/**
 * Indents markup that was sent in long lines, for people. It works on the text only and repairs nothing, so broken XML still looks
 * broken. It returns text unchanged that has lines already, is not markup, or is longer than any message.
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
