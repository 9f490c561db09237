import type { Answer, Broken, HttpResponse, TlsFacts } from '../../wire/exchange/exchange.ts';
import { wrapHttpStatus } from '../../protocol/faults/http-status.ts';
import type { Fault } from '../../protocol/faults/matcher.ts';

const connectivity = 0x80180010;
const invalidCertificate = 0x80180012;
const discoveryCertificateDate = 0x8018000d;
const insecureRedirect = 0x8018001a;
const emptyMessage = 0x80180029;
const tooManyRequests = 0x80180033;

const dateErrors: ReadonlySet<string> = new Set(['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID']);

/** What the device was doing, as far as it changes the code. */
export interface Doing {
  /** During discovery, an expired certificate has its own code. */
  readonly phase?: 'discovery';
}

/**
 * The HRESULT that a Windows device would show for the answer to a SOAP request, according to documents and field evidence.
 * Undefined for a usable answer, for a fault without a known code, and for cases without evidence.
 */
export function deviceHresult(answer: Answer, fault?: Fault, doing: Doing = {}): number | undefined {
  if (answer.kind === 'broken') return fromBroken(answer, doing);
  const { response } = answer;
  if (response.tls?.authorized === false) return fromCertificate(response.tls, doing);
  if (response.status === 429) return tooManyRequests;
  // What HTTP says comes before what the body says.
  if (leadsToHttp(response)) return insecureRedirect;
  if (fault) return fault.hresult;
  return fromStatus(response);
}

function fromBroken({ reason, tls, tlsBreak }: Broken, doing: Doing): number | undefined {
  if (tls?.authorized === false) return fromCertificate(tls, doing);
  // A handshake that failed is no matter of the certificate, unless it is said so.
  if (reason === 'tls') return tlsBreak === undefined ? undefined : connectivity;
  return ['too-large', 'unrecorded', 'unsupported', 'other'].includes(reason) ? undefined : connectivity;
}

function fromCertificate({ error = '' }: TlsFacts, { phase }: Doing): number {
  return phase === 'discovery' && dateErrors.has(error) ? discoveryCertificateDate : invalidCertificate;
}

function fromStatus(response: HttpResponse): number | undefined {
  const { status, body } = response;
  if (status >= 400) return wrapHttpStatus(status);
  if (status >= 300) return undefined;
  if (body.length === 0) return emptyMessage;
  return isSoap(body) ? undefined : wrapHttpStatus(status);
}

function leadsToHttp({ status, headers }: HttpResponse): boolean {
  return (
    status >= 300 &&
    status < 400 &&
    headers.some(([name, value]) => name.toLowerCase() === 'location' && /^\s*http:/i.test(value))
  );
}

/** The start of the body is enough to see that HTML or JSON is not SOAP. */
function isSoap(body: Uint8Array): boolean {
  const start = Buffer.from(body.subarray(0, 2048)).toString('utf8');
  return /^\uFEFF?\s*(?:<\?[^>]*>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:[\w.-]+:)?envelope[\s>/]/i.test(start);
}
