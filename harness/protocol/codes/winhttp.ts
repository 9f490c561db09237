import type { FaultEntry } from '../faults/fault-entry.ts';
import { entriesOf } from './code-group.ts';
import type { CodeGroup } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';
import { winhttpTlsGroups } from './winhttp-tls.ts';

const { winhttp, wininet } = evidence;

/**
 * Errors of WinHTTP and WinINet by their decimal number, without those of TLS and certificates. The name is the constant after
 * ERROR_WINHTTP_; a name that WinINet alone has is written in full.
 */
const groups: readonly CodeGroup[] = [
  {
    meaning: 'The HTTP client of the device is in trouble or was called wrongly',
    who: ['device'],
    remedy: 'Restart the device; the server did nothing wrong',
    sources: [winhttp, wininet],
    codes: [
      [12001, 'OUT_OF_HANDLES'],
      [12003, 'ERROR_INTERNET_EXTENDED_ERROR', 'The HTTP client of the device got a text of the server that says more'],
      [12004, 'INTERNAL_ERROR'],
      [12009, 'INVALID_OPTION'],
      [12011, 'OPTION_NOT_SETTABLE'],
      [12018, 'INCORRECT_HANDLE_TYPE'],
      [12019, 'INCORRECT_HANDLE_STATE'],
      [12100, 'CANNOT_CALL_BEFORE_OPEN'],
      [12101, 'CANNOT_CALL_BEFORE_SEND'],
      [12102, 'CANNOT_CALL_AFTER_SEND'],
      [12103, 'CANNOT_CALL_AFTER_OPEN'],
      [12172, 'NOT_INITIALIZED'],
      [12191, 'GLOBAL_CALLBACK_FAILED'],
    ],
  },
  {
    who: ['network', 'server'],
    remedy: 'Make the server reachable for the system account, then look for what is slow in the server',
    sources: [winhttp, issue('MicrosoftDocs/windows-itpro-docs', 2219)],
    codes: [[12002, 'TIMEOUT', 'The request timed out: the server gave no answer in time']],
  },
  {
    who: ['server'],
    remedy: 'Hand out https URLs without spaces, in the DiscoverResponse and in ADDR',
    sources: [winhttp],
    codes: [
      [12005, 'INVALID_URL', 'The server handed out a URL that the device cannot use'],
      [12006, 'UNRECOGNIZED_SCHEME', 'The server handed out a URL whose scheme the device does not know'],
    ],
  },
  {
    who: ['network', 'administrator'],
    remedy: 'Check the DNS record of enterpriseenrollment and of each host in the DiscoverResponse',
    sources: [winhttp, 'Public reports of 0x80192EE7'],
    codes: [[12007, 'NAME_NOT_RESOLVED', 'DNS has no answer: the name of the server did not resolve']],
  },
  {
    meaning: 'The request was stopped, by the user or because its caller waited no longer',
    who: ['device', 'user'],
    remedy: 'Try again',
    sources: [winhttp],
    codes: [
      [12012, 'SHUTDOWN'],
      [12017, 'OPERATION_CANCELLED'],
    ],
  },
  {
    who: ['network', 'server'],
    remedy: 'Answer none of these paths with 401 or 407',
    sources: [winhttp],
    codes: [[12015, 'LOGIN_FAILURE', 'The HTTP authentication failed']],
  },
  {
    who: ['network', 'server'],
    remedy: 'Check port 443, the firewall, and that the server listens',
    sources: [winhttp, 'Public reports of 0x80072EFD'],
    codes: [[12029, 'CANNOT_CONNECT', 'The TCP connection was refused or filtered']],
  },
  {
    meaning: 'The connection was cut or reset, perhaps during the TLS handshake',
    who: ['network', 'server'],
    remedy: 'Serve TLS 1.2; check TLS inspection and idle time limits on the way',
    sources: [winhttp, wininet],
    codes: [
      [12030, 'CONNECTION_ERROR ERROR_INTERNET_CONNECTION_ABORTED'],
      [12031, 'ERROR_INTERNET_CONNECTION_RESET'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Do not answer 401',
    sources: [winhttp],
    codes: [
      [
        12032,
        'RESEND_REQUEST ERROR_INTERNET_FORCE_RETRY',
        'The request is to be sent again, in a round of authentication',
      ],
    ],
  },
  {
    who: ['server'],
    remedy: 'Use https everywhere, and do not redirect',
    sources: [wininet],
    codes: [
      [12039, 'ERROR_INTERNET_HTTP_TO_HTTPS_ON_REDIR', 'A redirect leads from http to https'],
      [12040, 'ERROR_INTERNET_HTTPS_TO_HTTP_ON_REDIR', 'A redirect leads from https to http'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Send Content-Type and Content-Length',
    sources: [winhttp, evidence.selfHosted],
    codes: [
      [
        12150,
        'HEADER_NOT_FOUND ERROR_HTTP_HEADER_NOT_FOUND',
        'The answer lacks a header; one report blames a Content-Type without its action parameter',
      ],
    ],
  },
  {
    who: ['server'],
    remedy: 'Check Content-Length, chunking, and bytes before or after the answer',
    sources: [winhttp],
    codes: [[12152, 'INVALID_SERVER_RESPONSE', 'The server answered, but not in valid HTTP']],
  },
  {
    meaning: 'A header is not in a form that the device takes',
    who: ['server', 'device'],
    remedy: 'Check the headers of the answer',
    sources: [winhttp],
    codes: [
      [12153, 'INVALID_HEADER'],
      [12154, 'INVALID_QUERY_REQUEST'],
      [12155, 'HEADER_ALREADY_EXISTS'],
    ],
  },
  {
    who: ['server'],
    remedy: 'Answer without redirects',
    sources: [winhttp, wininet],
    codes: [
      [12156, 'REDIRECT_FAILED', 'A redirect failed: a loop, or a change of the scheme'],
      [12160, 'ERROR_HTTP_NOT_REDIRECTED', 'A redirect was not followed'],
      [12168, 'ERROR_HTTP_REDIRECT_NEEDS_CONFIRMATION', 'A redirect needs the consent of the user'],
    ],
  },
  {
    meaning: 'The device has no network, or does not reach the server in it',
    who: ['network'],
    remedy: 'Connect the device to a network that reaches the server',
    sources: [wininet],
    codes: [
      [12163, 'ERROR_INTERNET_DISCONNECTED'],
      [12164, 'ERROR_INTERNET_SERVER_UNREACHABLE'],
    ],
  },
  {
    meaning: 'The automatic proxy configuration (PAC or WPAD) failed',
    who: ['network', 'administrator'],
    remedy: 'Configure the proxy for the system account too',
    sources: [winhttp, wininet],
    codes: [
      [12165, 'ERROR_INTERNET_PROXY_SERVER_UNREACHABLE', 'The proxy is out of reach'],
      [12166, 'BAD_AUTO_PROXY_SCRIPT'],
      [12167, 'UNABLE_TO_DOWNLOAD_SCRIPT'],
      [12176, 'UNHANDLED_SCRIPT_TYPE'],
      [12177, 'SCRIPT_EXECUTION_ERROR'],
      [12178, 'AUTO_PROXY_SERVICE_ERROR'],
      [12180, 'AUTODETECTION_FAILED'],
    ],
  },
  {
    meaning: 'The answer is too large, in its headers or its chunks',
    who: ['server'],
    remedy: 'Send fewer and shorter cookies and headers',
    sources: [winhttp],
    codes: [
      [12181, 'HEADER_COUNT_EXCEEDED'],
      [12182, 'HEADER_SIZE_OVERFLOW'],
      [12183, 'CHUNKED_ENCODING_HEADER_SIZE_OVERFLOW'],
      [12184, 'RESPONSE_DRAIN_OVERFLOW'],
    ],
  },
  {
    who: ['server', 'administrator'],
    remedy: 'Serve HTTP/1.1; look for a policy of the device that forbids a feature',
    sources: [winhttp],
    codes: [
      [12190, 'HTTP_PROTOCOL_MISMATCH', 'Device and server have no HTTP version in common'],
      [12192, 'FEATURE_DISABLED', 'A policy disabled the feature of the HTTP client'],
    ],
  },
];

/** The HRESULT of a Win32 error, where it comes from a Win32 function. */
export const win32Base = 0x80070000;

/** Every known error of WinHTTP and WinINet, as the HRESULT 0x80070000 plus its number. */
export const winhttpCodes: readonly FaultEntry[] = entriesOf([...groups, ...winhttpTlsGroups]).map(
  ({ hresult, names, ...entry }) => ({
    ...entry,
    hresult: win32Base + hresult,
    names: [...names.map(inFull), `WinHTTP ${hresult}`],
  }),
);

function inFull(name: string): string {
  return name.startsWith('ERROR_') ? name : `ERROR_WINHTTP_${name}`;
}
