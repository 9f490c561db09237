import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { hostPath } from './kind.ts';
import type { Kind } from './kind.ts';

const renewals = /\/(Renew|Recovery)\s*$/;

/**
 * What an exchange asked for, read from the request itself: its Body first; where that cannot be parsed, what its text
 * names; then the address, when Discover named it.
 */
export function classify(
  exchange: Pick<Exchange, 'request'>,
  tree: XmlTree | undefined,
  endpoints: ReadonlyMap<string, Kind>,
): Kind {
  const { method, url } = exchange.request;
  const address = URL.canParse(url) ? new URL(url) : undefined;
  const path = address?.pathname.toLowerCase() ?? '';
  if (method === 'GET') {
    if (path === hostPath) return 'host';
    return path.endsWith('/enrollmentserver/discovery.svc') || endpoints.has(`GET ${address?.href ?? url}`)
      ? 'probe'
      : 'other';
  }
  if (method !== 'POST') return 'other';
  if (tree) return classifyTree(tree) ?? byAddress(url, path, endpoints);
  return classifyText(Buffer.from(exchange.request.body).toString('utf8')) ?? byAddress(url, path, endpoints);
}

function classifyTree(tree: XmlTree): Kind | undefined {
  if (tree.root.name === 'SyncML') return 'manage';
  if (tree.root.name !== 'Envelope') return undefined;
  switch (tree.find('/*/*[local-name()="Body"]/*')?.name) {
    case 'Discover':
      return 'discover';
    case 'GetPolicies':
      return 'get-policies';
    case 'RequestSecurityToken':
      return renewals.test(tree.text('//wst:RequestSecurityToken/wst:RequestType') ?? '') ? 'renew' : 'issue';
    case undefined:
    default:
      return undefined;
  }
}

function classifyText(text: string): Kind | undefined {
  const name = /<(?:[\w.-]+:)?(Discover|GetPolicies|RequestSecurityToken|SyncML)[\s>/]/.exec(text)?.[1];
  if (name === 'Discover') return 'discover';
  if (name === 'GetPolicies') return 'get-policies';
  if (name === 'SyncML') return 'manage';
  if (name === 'RequestSecurityToken') return /200512\/(Renew|Recovery)\s*</.test(text) ? 'renew' : 'issue';
  return undefined;
}

function byAddress(url: string, path: string, endpoints: ReadonlyMap<string, Kind>): Kind {
  return endpoints.get(url) ?? (path.endsWith('/enrollmentserver/discovery.svc') ? 'discover' : 'other');
}
