/**
 * Whether an output takes colours: a terminal does, unless NO_COLOR is set or TERM is "dumb". A pipe does only if FORCE_COLOR asks for it;
 * `CI` says nothing about colours. https://no-color.org, https://force-color.org
 */
export function takesColour(
  isTerminal: boolean | undefined,
  env: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR: no = '', FORCE_COLOR: force = '', TERM: term } = env;
  if (no !== '') return false;
  if (force !== '') return force !== '0' && force !== 'false';
  return isTerminal === true && term !== 'dumb';
}
