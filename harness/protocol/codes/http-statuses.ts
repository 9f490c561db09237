import { wrapHttpStatus } from '../faults/http-status.ts';
import type { FaultEntry, Party } from '../faults/fault-entry.ts';
import { evidence, issue } from '../faults/evidence.ts';

/** What a device shows as 0x80190000 plus the status, where a server answers a status without a fault that Windows reads. */
interface StatusRow {
  readonly status: number;
  /** The constant of the headers, after HTTP_E_STATUS_; absent if none is known. */
  readonly name?: string;
  /** The first suspicion. */
  readonly suspect: string;
  readonly who: readonly [Party, ...Party[]];
  readonly remedy: string;
  readonly sources?: readonly string[];
}

const server = ['server'] as const;
const redirected = {
  suspect: 'the POST was redirected (a slash, http to https, or another host)',
  who: server,
  remedy: 'Answer at the URL that you advertise, without a redirect',
};
const state = { who: server, remedy: 'Send a SOAP fault that says what is wrong' };

const rows: readonly StatusRow[] = [
  {
    status: 200,
    suspect: 'its body is no SOAP that the client can use: HTML, JSON, or a fault that Windows does not read',
    who: ['server', 'network'],
    remedy:
      'If the log has event 69, correct Subcode or Detail of the fault; else send SOAP as application/soap+xml, in refusals too',
    sources: [42144, 46388, 50611].map((number) => issue('fleetdm/fleet', number)),
  },
  { status: 301, name: 'MOVED', ...redirected },
  { status: 302, name: 'REDIRECT', ...redirected },
  { status: 307, name: 'REDIRECT_KEEP_VERB', ...redirected },
  { status: 308, ...redirected },
  {
    status: 400,
    name: 'BAD_REQUEST',
    suspect:
      'the handler or a firewall refuses the message; or MmpcEnrollmentFlag is 2 on the device (a community report)',
    who: ['server', 'device'],
    remedy: 'Read the log of the server; refuse with a SOAP fault and HTTP 500 or 200',
    sources: [issue('fleetdm/fleet', 34993)],
  },
  {
    status: 401,
    name: 'DENIED',
    suspect: 'a gateway asks for a sign-in of its own',
    who: server,
    remedy: 'Let /EnrollmentServer through without that sign-in, and refuse by a SOAP fault',
  },
  {
    status: 403,
    name: 'FORBIDDEN',
    suspect: 'a firewall, a block by country or address, or a proxy that demands a client certificate',
    who: ['server', 'network'],
    remedy: 'Allow the path and the user agents "ENROLLClient" and "Windows Enrollment Client"',
  },
  {
    status: 404,
    name: 'NOT_FOUND',
    suspect:
      'a wrong path or letter case, a missing .svc, or no route; in a management session, the record of the device is deleted',
    who: server,
    remedy: 'Compare the path with the URLs of the DiscoverResponse, and route it',
  },
  {
    status: 405,
    name: 'BAD_METHOD',
    suspect: 'only GET or only POST is routed',
    who: server,
    remedy: 'Let Discovery.svc take GET and POST',
  },
  { status: 406, name: 'NONE_ACCEPTABLE', suspect: 'it negotiates by Accept', who: server, remedy: 'Ignore Accept' },
  {
    status: 407,
    name: 'PROXY_AUTH_REQ',
    suspect: 'a proxy asks the system account for credentials',
    who: ['network'],
    remedy: 'Except the host from the proxy, or let the proxy authenticate the machine',
  },
  {
    status: 408,
    name: 'REQUEST_TIMEOUT',
    suspect: 'the body of the request came too slowly, or an idle limit is short',
    who: ['network', 'server'],
    remedy: 'Raise the time limit of the request body',
  },
  { status: 409, name: 'CONFLICT', suspect: 'the application is in another state', ...state },
  { status: 410, name: 'GONE', suspect: 'the endpoint is removed', ...state },
  {
    status: 411,
    name: 'LENGTH_REQUIRED',
    suspect: 'a proxy rejects chunked bodies',
    who: ['network'],
    remedy: 'Accept chunked bodies',
  },
  {
    status: 413,
    name: 'REQUEST_TOO_LARGE',
    suspect: 'the body limit is smaller than a request with token and CSR',
    who: server,
    remedy: 'Raise the body limit, to 1 MiB at least',
    sources: [`${evidence.inferred}: the limit of 1 MiB`],
  },
  {
    status: 414,
    name: 'URI_TOO_LONG',
    suspect: 'the query of the sign-in or terms-of-use page is too long',
    who: server,
    remedy: 'Raise the limit of the request line',
  },
  {
    status: 415,
    name: 'UNSUPPORTED_MEDIA',
    suspect: 'its check of Content-Type is too strict',
    who: server,
    remedy: 'Take the parameters charset and action',
  },
  {
    status: 417,
    name: 'EXPECTATION_FAILED',
    suspect: 'Expect: 100-continue is refused',
    who: ['server', 'network'],
    remedy: 'Accept or ignore Expect',
  },
  {
    status: 421,
    suspect: 'the request reached the wrong virtual host (a reused HTTP/2 connection, or SNI)',
    who: server,
    remedy: 'Serve the host over HTTP/1.1 with TLS 1.2',
  },
  {
    status: 426,
    suspect: 'it demands an upgrade or a newer TLS',
    who: server,
    remedy: 'Serve HTTP/1.1 with TLS 1.2',
  },
  {
    status: 429,
    suspect: 'a rate limit; the same cause as 0x80180033 (MENROLL_E_SERVER429)',
    who: server,
    remedy: 'Raise the limit, and send a sensible Retry-After',
    sources: [evidence.coManagementMonitor, evidence.mdmHeader],
  },
  { status: 431, suspect: 'the headers of the request are too large', who: server, remedy: 'Raise the header limit' },
  {
    status: 500,
    name: 'SERVER_ERROR',
    suspect: 'an unhandled exception, or a fault without a subcode that Windows reads',
    who: server,
    remedy: 'Read the log of the server, and check the form of the fault',
  },
  {
    status: 501,
    name: 'NOT_SUPPORTED',
    suspect: 'the method is not implemented',
    who: server,
    remedy: 'Route the path',
  },
  {
    status: 502,
    name: 'BAD_GATEWAY',
    suspect: 'a proxy in front does not reach the application',
    who: server,
    remedy: 'Check the address of the application in the proxy',
  },
  {
    status: 503,
    name: 'SERVICE_UNAVAIL',
    suspect: 'the application is overloaded or starting',
    who: server,
    remedy: 'Check its health check, and send Retry-After',
  },
  {
    status: 504,
    name: 'GATEWAY_TIMEOUT',
    suspect: 'the application answers too slowly',
    who: server,
    remedy: 'Find what is slow; often it is the certification authority',
  },
  {
    status: 505,
    name: 'VERSION_NOT_SUP',
    suspect: 'the HTTP version is refused',
    who: ['network'],
    remedy: 'Allow HTTP/1.1',
  },
  {
    status: 511,
    suspect: 'a captive portal answered in place of the server',
    who: ['network'],
    remedy: 'Sign in to the network first',
  },
];

/** The statuses of which more is known than their number. */
export const httpStatuses: readonly FaultEntry[] = rows.map(({ status, name, suspect, who, remedy, sources = [] }) => ({
  kind: 'client',
  hresult: wrapHttpStatus(status),
  names: [`HTTP ${status}`, ...(name === undefined ? [] : [`HTTP_E_STATUS_${name}`])],
  meaning: `The server answered HTTP ${status}; first suspicion: ${suspect}`,
  who,
  remedy,
  sources: [evidence.httpHeader, ...sources, `${evidence.inferred}: the suspicion`],
}));
