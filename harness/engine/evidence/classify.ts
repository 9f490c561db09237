import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { Exchange } from '../../wire/exchange/exchange.ts';
import type { Endpoints } from './endpoints.ts';
import { hostPath } from './kind.ts';
import type { Kind } from './kind.ts';

type Asked = Pick<Exchange, 'request'> & Partial<Pick<Exchange, 'label'>>;

const renewals = /\/(Renew|Recovery)\s*$/;

/**
 * What an exchange asked for, read from the request itself: its Body first; where that cannot be parsed, what its text
 * names; then the address, where an exchange before it or the specification named that. `first` is the first exchange of the session.
 */
export function classify(exchange: Asked, tree: XmlTree | undefined, endpoints: Endpoints, first?: Exchange): Kind {
  const { method, url, body } = exchange.request;
  if (method === 'GET') return classifyGet(exchange, endpoints, first);
  if (method !== 'POST') return 'other';
  const named = tree ? classifyTree(tree) : classifyText(Buffer.from(body).toString('utf8'));
  return (
    named ??
    endpoints.serviceAt(url) ??
    (endpoints.isManagement(url) ? 'manage' : undefined) ??
    (endpoints.isSignIn(url) ? 'authenticate' : endpoints.isTerms(url) ? 'terms-of-use' : 'other')
  );
}

function classifyGet(exchange: Asked, endpoints: Endpoints, first: Exchange | undefined): Kind {
  const { url } = exchange.request;
  if (isPlainBesideTls(exchange, first)) return 'plain-probe';
  if (endpoints.serviceAt(url) === 'discover' || endpoints.isRedirectOfProbe(url)) return 'probe';
  if (endpoints.isSignIn(url)) return 'authenticate';
  if (endpoints.isTerms(url)) return 'terms-of-use';
  return exchange.label !== undefined && isHostPath(url) ? 'host' : 'other';
}

/** Only a run of ours asks a host for its TLS: in a third-party recording a robot may have asked. */
function isHostPath(url: string): boolean {
  return URL.canParse(url) && new URL(url).pathname.toLowerCase() === hostPath;
}

/** Only beside HTTPS is plain HTTP something else: a server on loopback may have nothing but that. */
function isPlainBesideTls({ label, request }: Asked, first: Exchange | undefined): boolean {
  return label !== undefined && first?.request.url.startsWith('https:') === true && request.url.startsWith('http:');
}

/** What the message in a body asks for; undefined where it is no message of enrollment. */
export function classifyTree(tree: XmlTree): Kind | undefined {
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
