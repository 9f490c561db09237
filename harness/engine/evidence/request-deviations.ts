import type { CertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { decodeBase64 } from './base64.ts';
import { sameBytes } from './bytes.ts';
import type { Endpoints } from './endpoints.ts';
import { isSoapKind, soapMessages } from './kind.ts';
import type { Kind, SoapKind } from './kind.ts';
import { shownCertificate } from './renewal-request.ts';
import type { RenewalRequest } from './renewal-request.ts';

/** What a SOAP request is read from. */
export interface RequestParts {
  readonly request: HttpRequest;
  readonly kind: SoapKind;
  readonly tree: XmlTree;
  /** When it was sent. */
  readonly now: Date | undefined;
  readonly certificateRequest: CertificateRequest | undefined;
  readonly renewal: RenewalRequest | undefined;
}

const trust = 'http://docs.oasis-open.org/ws-sx/ws-trust/200512';
const queryTokenStatus = 'http://schemas.microsoft.com/windows/pki/2009/01/enrollment/QueryTokenStatus';

/** In which ways a request that can be parsed is not what a Windows device sends, by names that scenarios declare too. */
export function readDeviations(parts: RequestParts): string[] {
  const { kind, tree } = parts;
  return [
    ...httpDeviations(parts),
    ...envelopeDeviations(parts),
    ...(kind === 'discover' ? discoverDeviations(tree) : securityDeviations(parts)),
    ...(kind === 'get-policies' ? policiesDeviations(tree) : []),
    ...(kind === 'issue' ? issueDeviations(parts) : []),
    ...(kind === 'renew' ? renewalDeviations(parts) : []),
  ];
}

/** A message that was sent to the address of another service. Where services share one, no message is misdirected there. */
export function endpointDeviations({ url }: HttpRequest, kind: Kind, endpoints: Endpoints): string[] {
  if (endpoints.isShared(url)) return [];
  const meant = endpoints.serviceAt(url);
  const isOther =
    meant !== undefined && isSoapKind(meant) && meant !== kind && !(meant === 'issue' && kind === 'renew');
  return isOther ? ['endpoint'] : [];
}

function httpDeviations({ request }: RequestParts): string[] {
  const contentType = request.headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return when('content-type', !/^application\/soap\+xml\s*(;|$)/i.test(contentType.trim()));
}

function envelopeDeviations({ kind, tree }: RequestParts): string[] {
  const header = '/*/*[local-name()="Header"]';
  const mandatory = tree.all(`${header}/*[@s:mustUnderstand="1" or @s:mustUnderstand="true"]`);
  return [
    ...when('soap-version', !tree.find('/s:Envelope')),
    ...when('action', tree.text(`${header}/a:Action`)?.trim() !== soapMessages[kind].action),
    ...when('message-id-missing', (tree.text(`${header}/a:MessageID`)?.trim() ?? '') === ''),
    ...when(
      'must-understand',
      mandatory.some(({ namespace }) => namespace !== namespaces.a && namespace !== namespaces.wsse),
    ),
  ];
}

function discoverDeviations(tree: XmlTree): string[] {
  const request = tree.find('//d:Discover/d:request');
  if (!request) return ['request-missing'];
  return [
    ...when('email-missing', isEmpty(request.find('d:EmailAddress'))),
    ...when('legacy-discover', request.find('d:RequestVersion')?.isNil === true && !request.find('d:DeviceType')),
  ];
}

/** A renewal needs no Security header: the certificate that it renews says who asks. */
function securityDeviations({ kind, tree, now }: RequestParts): string[] {
  const headers = tree.all('/*/*/wsse:Security');
  const tokens = headers.flatMap((header) => header.all('wsse:UsernameToken | wsse:BinarySecurityToken'));
  const expires = Date.parse(tree.text('/*/*/wsse:Security/u:Timestamp/u:Expires')?.trim() ?? '');
  return [
    ...when('security-missing', tokens.length === 0 && kind !== 'renew'),
    ...when('security-duplicate', headers.length > 1 || tokens.length > 1),
    ...when('security-undecodable', tokens.some(isUndecodable)),
    ...when('timestamp-expired', now !== undefined && expires < now.getTime()),
  ];
}

function isUndecodable(token: XmlNode): boolean {
  if (token.name === 'UsernameToken') return !token.find('wsse:Username') || !token.find('wsse:Password');
  return !token.text.trim().startsWith('redacted-') && decodeBase64(token.text) === undefined;
}

function policiesDeviations(tree: XmlTree): string[] {
  const client = tree.find('//x:GetPolicies/x:client');
  return when('client-missing', !client || client.isNil || client.children.length === 0);
}

function issueDeviations({ tree, certificateRequest }: RequestParts): string[] {
  const token = tree.find('//wst:RequestSecurityToken/wsse:BinarySecurityToken');
  return [...requestTypeDeviations(tree), ...csrDeviations(token, certificateRequest)];
}

function requestTypeDeviations(tree: XmlTree): string[] {
  const type = tree.text('//wst:RequestSecurityToken/wst:RequestType')?.trim() ?? '';
  if (type === `${trust}/Issue`) return [];
  if (type === '') return ['request-type-missing'];
  if (type === `${trust}/KET`) return ['key-exchange-token'];
  return [type === queryTokenStatus ? 'query-token-status' : 'request-type'];
}

function csrDeviations(token: XmlNode | undefined, request: CertificateRequest | undefined): string[] {
  if (!token || token.text.trim() === '') return ['csr-missing'];
  if (decodeBase64(token.text) === undefined) return ['csr-encoding'];
  return requestDeviations(request);
}

function requestDeviations(request: CertificateRequest | undefined): string[] {
  if (!request) return ['csr-unreadable'];
  return [
    ...when('csr-signature', !request.signatureValid),
    ...when('csr-key-length', (request.publicKey.bits ?? 2048) < 2048 && request.publicKey.algorithm === 'rsa'),
    ...when('csr-hash', request.signature.hash === 'md5'),
  ];
}

function renewalDeviations({ request, tree, certificateRequest, renewal }: RequestParts): string[] {
  const type = tree.text('//wst:RequestSecurityToken/wst:RequestType')?.trim();
  return [
    ...when('recovery', type === `${trust}/Recovery`),
    ...signedDeviations(tree.find('//wst:RequestSecurityToken/wsse:BinarySecurityToken'), renewal),
    ...(renewal?.signed ? requestDeviations(certificateRequest) : []),
    ...when('other-client-certificate', isOtherCertificate(request, renewal)),
  ];
}

function signedDeviations(token: XmlNode | undefined, renewal: RenewalRequest | undefined): string[] {
  if (!token || token.text.trim() === '') return ['pkcs7-missing'];
  if (!renewal) return ['pkcs7-encoding'];
  if (!renewal.signed) return ['pkcs7-unreadable'];
  return when('pkcs7-signature', !renewal.signed.signatureValid);
}

/** The connection shows another certificate than the one that signed: whoever asks is not the one who enrolled. */
function isOtherCertificate(request: HttpRequest, renewal: RenewalRequest | undefined): boolean {
  const shown = shownCertificate(request);
  const signer = renewal?.signed?.signer;
  return shown !== undefined && signer !== undefined && !sameBytes(shown.der, signer.der);
}

function isEmpty(node: XmlNode | undefined): boolean {
  return !node || node.isNil || node.text.trim() === '';
}

function when(deviation: string, isSo: boolean): string[] {
  return isSo ? [deviation] : [];
}
