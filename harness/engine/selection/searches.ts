import type { Dossier } from '../evidence/dossier.ts';
import type { Kind } from '../evidence/kind.ts';

/** What this suite looks for by itself, where no device would. */
const searches: readonly Kind[] = ['host', 'plain-probe'];

/**
 * Why nobody looked, where that is no hole in the evidence: a third-party recording holds what devices sent; there is no TLS to look at
 * at a server of plain HTTP, and beside a port of its own nobody knows where plain HTTP would be. Undefined for all other kinds.
 */
export function absentSearch(kinds: readonly Kind[], { session, thirdParty }: Dossier): string | undefined {
  if (!kinds.every((kind) => searches.includes(kind))) return undefined;
  if (thirdParty) return 'applies when this suite has looked for it itself';
  const target = session.meta?.target ?? session.exchanges[0]?.request.url ?? '';
  const { protocol = '', port = '' } = URL.canParse(target) ? new URL(target) : {};
  if (protocol === 'http:') return 'applies when discovery is offered over HTTPS';
  if (port === '' || !kinds.includes('plain-probe')) return undefined;
  return 'applies when it is known where plain HTTP is: discovery is on a port of its own, and "plainHttp" of the target file names none';
}
