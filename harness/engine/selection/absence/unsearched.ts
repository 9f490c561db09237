import type { Kind } from '../../evidence/kind.ts';
import type { Reason } from './question.ts';

/** What this suite looks for by itself, where no device would. */
const searches: readonly Kind[] = ['host', 'plain-probe'];

/**
 * A check of what only this suite looks for. A third-party recording holds what devices sent. A server of plain HTTP has no TLS
 * to look at. And a server on a port of its own does not say on which port it would offer plain HTTP.
 */
export const unsearched: Reason = ({ kinds, dossier: { session, thirdParty } }) => {
  if (!kinds.every((kind) => searches.includes(kind))) return undefined;
  if (thirdParty) return inapplicable('applies when this tool has connected to the server itself');
  const target = session.meta?.target ?? session.exchanges[0]?.request.url ?? '';
  const { protocol = '', port = '' } = URL.canParse(target) ? new URL(target) : {};
  if (protocol === 'http:') return inapplicable('applies when discovery is offered over HTTPS');
  if (port === '' || !kinds.includes('plain-probe')) return undefined;
  return inapplicable(
    'applies when the address of plain HTTP is known: discovery has a port of its own, and the target file has no "plainHttp"',
  );
};

function inapplicable(reason: string): ReturnType<Reason> {
  return { outcome: 'inapplicable', reason };
}
