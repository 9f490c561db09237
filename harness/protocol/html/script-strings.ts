/** What a text of a script is inside of, at some place. */
type Within = 'code' | 'comment' | 'line-comment' | 'regular-expression' | '"' | "'" | '`';

/**
 * Whether a script has `begin` inside a string, and the same string ends before `end`: then what stands between them runs as code. It reads
 * strings, comments and, by what stands before the slash, regular expressions; it knows no more of the language.
 */
export function leavesString(script: string, begin: string, end: string): boolean {
  for (let at = script.indexOf(begin); at >= 0; at = script.indexOf(begin, at + begin.length)) {
    const until = script.indexOf(end, at);
    const within = walk(script, at);
    if (!isString(within)) continue;
    if (walk(script, until < 0 ? script.length : until, at, within) !== within) return true;
  }
  return false;
}

function isString(within: Within): boolean {
  return within === '"' || within === "'" || within === '`';
}

/** What `to` is inside of, where `from` was inside of `first`; once a string has ended, the place of its end. */
function walk(script: string, to: number, from = 0, first: Within = 'code'): Within {
  let within = first;
  for (let at = from; at < to; at += 1) {
    const next = after(script, at, within);
    if (isString(first) && next !== first) return next;
    if (skips(script, at, within)) at += 1;
    within = next;
  }
  return within;
}

/** Whether the letter at a place takes the one behind it away. */
function skips(script: string, at: number, within: Within): boolean {
  const pair = script.slice(at, at + 2);
  if (isString(within) || within === 'regular-expression') return pair.startsWith('\\');
  return pair === '/*' || pair === '*/';
}

function after(script: string, at: number, within: Within): Within {
  const letter = script.charAt(at);
  const pair = script.slice(at, at + 2);
  switch (within) {
    case 'comment':
      return pair === '*/' ? 'code' : within;
    case 'line-comment':
      return /[\n\r\u2028\u2029]/.test(letter) ? 'code' : within;
    case 'regular-expression':
      return letter === '/' || letter === '\n' ? 'code' : within;
    case 'code':
      if (letter === '"' || letter === "'" || letter === '`') return letter;
      if (pair === '/*') return 'comment';
      if (pair === '//') return 'line-comment';
      return letter === '/' && beginsExpression(script.slice(Math.max(0, at - 20), at)) ? 'regular-expression' : within;
    case '"':
    case "'":
      return letter === within || letter === '\n' ? 'code' : within;
    case '`':
      return letter === within ? 'code' : within;
  }
}

/** Behind a value, a slash divides. */
function beginsExpression(before: string): boolean {
  return /(?:^|[=([{,;:!&|?+\-*%~^<>]|\breturn|\btypeof)\s*$/.test(before);
}
