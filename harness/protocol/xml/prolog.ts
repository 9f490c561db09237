/** Whether something begins that is neither a comment nor a processing instruction, or is never closed. One pass. */
export function hasTag(prolog: string): boolean {
  for (let at = prolog.indexOf('<'); at !== -1; at = prolog.indexOf('<', at)) {
    const [start, close] = prolog.startsWith('<!--', at) ? ['<!--', '-->'] : ['<?', '?>'];
    const end = prolog.startsWith(start, at) ? prolog.indexOf(close, at + start.length) : -1;
    if (end === -1) return true;
    at = end;
  }
  return false;
}
