import { readCertificateRequest, UnreadableCertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { CertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { Exchange, HttpRequest } from '../../wire/exchange/exchange.ts';
import { isOldVersion } from '../../wire/exchange/sendable-url.ts';
import type { SchemaIssue } from '../../protocol/xml/schema.ts';
import { validate } from '../../protocol/xml/schema.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { sameAddress } from './endpoints.ts';
import type { Endpoints } from './endpoints.ts';
import { isSoapKind, soapMessages } from './kind.ts';
import type { Kind } from './kind.ts';
import { readRenewalRequest } from './renewal-request.ts';
import type { RenewalRequest } from './renewal-request.ts';
import { signInDeviations } from './sign-in-deviations.ts';
import { endpointDeviations, readDeviations } from './request-deviations.ts';

/** Which credential a request carries in its Security header. */
export type Credential = 'none' | 'username-token' | 'user-token' | 'jwt' | 'certificate' | 'several';

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
  /** The PKCS#10 request of an Issue or inside a Renew, where it can be read. */
  readonly certificateRequest?: CertificateRequest;
  /** What a Renew carries. */
  readonly renewal?: RenewalRequest;
}

/** Reads what a request shows of itself: what was asked, and in which ways it is not what a device would send. */
export function readRequestFacts(
  exchange: Pick<Exchange, 'request' | 'label'> & Partial<Pick<Exchange, 'startedAt'>>,
  kind: Kind,
  tree: XmlTree | undefined,
  endpoints: Endpoints,
): RequestFacts {
  if (kind === 'throttled') return { kind, deviations: [], shown: [], schemaIssues: [] };
  const { request, label, startedAt } = exchange;
  const declared = label?.deviations ?? [];
  const unread = (shown: readonly string[]): RequestFacts => ({
    kind,
    deviations: union(declared, shown),
    shown,
    schemaIssues: [],
  });
  const old = isOldVersion(request.connection?.tlsVersion) ? ['tls-version'] : [];
  if (kind === 'authenticate') return unread([...old, ...signInDeviations(request.url)]);
  if (kind === 'manage') return unread([...old, ...sessionDeviations(exchange, tree)]);
  if (!isSoapKind(kind)) return unread([...old, ...(isOtherMethod(request, kind, endpoints) ? ['method'] : [])]);
  if (!tree) {
    const unreadable = hasDoctype(request) ? 'doctype' : 'malformed';
    return unread([...old, unreadable, ...endpointDeviations(request, kind, endpoints)]);
  }

  const schemaIssues = validate(tree, soapMessages[kind].request.type).filter(isOfDevice(tree, request));
  const messageId = tree.text('/*/*[local-name()="Header"]/a:MessageID');
  const credential = kind === 'discover' ? undefined : readCredential(tree);
  const renewal = kind === 'renew' ? readRenewalRequest(tree) : undefined;
  const certificateRequest = kind === 'issue' ? readRequestToken(tree) : renewal?.certificateRequest;
  const now = startedAt === undefined ? undefined : new Date(startedAt);
  const shown = [
    ...old,
    ...(schemaIssues.length > 0 ? ['schema'] : []),
    ...endpointDeviations(request, kind, endpoints),
    ...readDeviations({ request, kind, tree, now, certificateRequest, renewal }),
  ];
  return {
    kind,
    deviations: union(declared, shown),
    shown,
    schemaIssues,
    ...(messageId === undefined ? {} : { messageId }),
    ...(credential ? { credential } : {}),
    ...(certificateRequest ? { certificateRequest } : {}),
    ...(renewal ? { renewal } : {}),
  };
}

/** Without a certificate, whoever has the secret of the account is no stranger. */
const secretAlone = 'manage-secret-alone';

/** Only a run of ours records the certificate of the connection, and only its device writes what the schema allows. */
function sessionDeviations({ label, request }: Pick<Exchange, 'request' | 'label'>, tree?: XmlTree): string[] {
  if (request.body.length === 0) return ['manage-empty'];
  if (!tree) return [hasDoctype(request) ? 'doctype' : 'malformed'];
  if (label === undefined) return [];
  const unshown = label.deviations?.includes(secretAlone) === true ? secretAlone : 'manage-no-certificate';
  return [
    ...(request.connection?.clientCertificate === undefined ? [unshown] : []),
    ...(validate(tree, 'syncml').length > 0 ? ['schema'] : []),
  ];
}

/**
 * A device writes the address that the server named into To, as it is. Where that is no URI, the fault is the server's, and checks of what
 * named it say so.
 */
function isOfDevice(tree: XmlTree, { url }: HttpRequest): (issue: SchemaIssue) => boolean {
  const to = tree.find('/*/*[local-name()="Header"]/a:To');
  const isNamed = to !== undefined && URL.canParse(to.text) && sameAddress(to.text, url);
  return ({ path }) => !isNamed || path !== to.path;
}

/** Another method than GET and POST on an address that answers these. */
function isOtherMethod({ method, url }: HttpRequest, kind: Kind, endpoints: Endpoints): boolean {
  if (kind !== 'other' || method === 'GET' || method === 'POST') return false;
  return endpoints.serviceAt(url) !== undefined || endpoints.isManagement(url);
}

function hasDoctype({ body }: HttpRequest): boolean {
  return Buffer.from(body.subarray(0, 4096)).includes('<!DOCTYPE');
}

function union(declared: readonly string[], shown: readonly string[]): string[] {
  return [...new Set([...declared, ...shown])];
}

function readCredential(tree: XmlTree): Credential {
  const found: Credential[] = [
    ...tree.all('/*/*/wsse:Security/wsse:UsernameToken').map((): Credential => 'username-token'),
    ...tree.all('/*/*/wsse:Security/wsse:BinarySecurityToken').map(tokenKind),
  ];
  return found.length > 1 ? 'several' : (found[0] ?? 'none');
}

/** A certificate that asks for another one has the ValueType of a user token (MS-MDE2 3.4.4.1.1.1.2), and a signature beside it. */
function tokenKind(token: XmlNode): Credential {
  const type = (token.attribute('ValueType') ?? token.attribute('ValueType', namespaces.wsse))?.trim() ?? '';
  if (type === 'urn:ietf:params:oauth:token-type:jwt') return 'jwt';
  const isSigned = token.parent?.find('ds:Signature') !== undefined;
  return isSigned || type.endsWith('#X509v3') ? 'certificate' : 'user-token';
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
