import { readCertificateRequest, UnreadableCertificateRequest } from '../pki/certificate-request.ts';
import type { CertificateRequest } from '../pki/certificate-request.ts';
import type { Exchange } from '../session/exchange.ts';
import type { SchemaIssue } from '../xml/schema.ts';
import { validate } from '../xml/schema.ts';
import type { XmlTree } from '../xml/tree.ts';
import { isSoapKind, soapMessages } from './kind.ts';
import type { Kind, SoapKind } from './kind.ts';

/** Which credential a request carries in its Security header. */
export type Credential = 'none' | 'username-token' | 'user-token' | 'certificate' | 'several';

/** What can be read from a request alone. */
export interface RequestFacts {
  readonly kind: Kind;
  /** Ways in which the request departs from what a Windows device sends, shown or declared; empty for a valid request. */
  readonly deviations: readonly string[];
  /** Those of them that the request itself shows. */
  readonly shown: readonly string[];
  readonly schemaIssues: readonly SchemaIssue[];
  readonly messageId?: string;
  readonly credential?: Credential;
  /** The PKCS#10 request of an Issue, where it can be read. */
  readonly certificateRequest?: CertificateRequest;
}

const requestTypePrefix = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512/';

/** Reads what a request shows of itself: what was asked, and in which ways it is not what a device would send. */
export function readRequestFacts(
  exchange: Pick<Exchange, 'request' | 'label'>,
  kind: Kind,
  tree: XmlTree | undefined,
): RequestFacts {
  const declared = exchange.label?.deviations ?? [];
  if (!isSoapKind(kind)) return { kind, deviations: declared, shown: [], schemaIssues: [] };
  if (!tree) return { kind, deviations: union(declared, ['malformed']), shown: ['malformed'], schemaIssues: [] };

  const schemaIssues = validate(tree, soapMessages[kind].request.type);
  const messageId = tree.text('/*/*[local-name()="Header"]/a:MessageID');
  const credential = kind === 'discover' ? undefined : readCredential(tree);
  const certificateRequest = kind === 'issue' ? readRequestToken(tree) : undefined;
  const shown = [
    ...envelopeDeviations(exchange, kind, tree),
    ...(schemaIssues.length > 0 ? ['schema'] : []),
    ...(credential ? securityDeviations(tree, credential) : []),
    ...(kind === 'issue' ? issueDeviations(tree, certificateRequest) : []),
  ];
  return {
    kind,
    deviations: union(declared, shown),
    shown,
    schemaIssues,
    ...(messageId === undefined ? {} : { messageId }),
    ...(credential ? { credential } : {}),
    ...(certificateRequest ? { certificateRequest } : {}),
  };
}

function union(declared: readonly string[], shown: readonly string[]): string[] {
  return [...new Set([...declared, ...shown])];
}

function envelopeDeviations(exchange: Pick<Exchange, 'request'>, kind: SoapKind, tree: XmlTree): string[] {
  const contentType = exchange.request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return [
    ...(tree.find('/s:Envelope') ? [] : ['soap-version']),
    ...(tree.text('/*/*/a:Action')?.trim() === soapMessages[kind].action ? [] : ['action']),
    ...((tree.text('/*/*/a:MessageID')?.trim() ?? '') === '' ? ['message-id-missing'] : []),
    ...(/^application\/soap\+xml\s*(;|$)/i.test(contentType.trim()) ? [] : ['content-type']),
  ];
}

function readCredential(tree: XmlTree): Credential {
  const found: Credential[] = [
    ...tree.all('/*/*/wsse:Security/wsse:UsernameToken').map((): Credential => 'username-token'),
    ...tree
      .all('/*/*/wsse:Security/wsse:BinarySecurityToken')
      .map((token): Credential => (token.attribute('ValueType')?.endsWith('#X509v3') ? 'certificate' : 'user-token')),
  ];
  return found.length > 1 ? 'several' : (found[0] ?? 'none');
}

function securityDeviations(tree: XmlTree, credential: Credential): string[] {
  const headers = tree.all('/*/*/wsse:Security').length;
  if (headers === 0 || credential === 'none') return ['security-missing'];
  return headers > 1 || credential === 'several' ? ['security-duplicate'] : [];
}

function issueDeviations(tree: XmlTree, request: CertificateRequest | undefined): string[] {
  const requestType = tree.text('//wst:RequestSecurityToken/wst:RequestType')?.trim();
  return [...(requestType === `${requestTypePrefix}Issue` ? [] : ['request-type']), ...csrDeviations(request)];
}

function csrDeviations(request: CertificateRequest | undefined): string[] {
  if (!request) return ['csr-unreadable'];
  return [
    ...(request.signatureValid ? [] : ['csr-signature']),
    ...((request.publicKey.bits ?? 2048) < 2048 ? ['csr-key-length'] : []),
    ...(request.signature.hash === 'md5' ? ['csr-hash'] : []),
  ];
}

function readRequestToken(tree: XmlTree): CertificateRequest | undefined {
  const text = tree.text('//wst:RequestSecurityToken/wsse:BinarySecurityToken');
  if (text === undefined) return undefined;
  try {
    return readCertificateRequest(Buffer.from(text, 'base64'));
  } catch (error) {
    if (error instanceof UnreadableCertificateRequest) return undefined;
    throw error;
  }
}
