import { evidence } from './evidence.ts';
import type { FaultEntry } from './fault-entry.ts';

const win32 = evidence.mdmMetadata;

/** Codes that a device shows for how it reaches a server, and for answers that are not faults. */
export const connectionCodes = [
  {
    kind: 'client',
    hresult: 0x80180008,
    names: ['MENROLL_E_DEVICE_UNKNOWN_ERROR'],
    meaning: 'The server sent an error of no known kind, such as a subcode outside the seven',
    who: ['server'],
    remedy: 'Send one of the seven subcodes',
    sources: [win32, 'Public source of a server that sends ActionMismatch and EndpointUnavailable'],
  },
  {
    kind: 'client',
    hresult: 0x8018000d,
    names: ['MENROLL_E_DISCOVERY_SEC_CERT_DATE_INVALID'],
    meaning: 'The certificate of the discovery server is expired or not yet valid',
    who: ['certificate'],
    remedy: 'Renew the TLS certificate of the discovery server; if it is in date, set the clock of the device',
    sources: [win32],
    provoke: 'Offer an expired certificate on the discovery host',
  },
  {
    kind: 'client',
    hresult: 0x8018000f,
    names: ['MENROLL_E_WAB_ERROR'],
    meaning: 'The sign-in page failed: its form, a redirect, or its TLS',
    who: ['identity provider', 'server'],
    remedy: 'Check the sign-in page, its certificate, and its redirect to ms-app://',
    sources: [win32],
  },
  {
    kind: 'client',
    hresult: 0x80180010,
    names: ['MENROLL_E_CONNECTIVITY'],
    meaning:
      'The server was out of reach: name resolution, connection, proxy, TLS alert, or no answer in time; or a DiscoverResult in another order or namespace',
    who: ['network'],
    remedy: 'Check DNS, TLS and proxy; then compare the answer to Discover with its schema',
    sources: [win32, `${evidence.selfHosted}: the DiscoverResult`],
    provoke: 'Close the connection instead of answering',
  },
  {
    kind: 'client',
    hresult: 0x80180012,
    names: ['MENROLL_E_INVALIDSSLCERT'],
    meaning: 'The TLS certificate is untrusted, revoked, for another name, or lacks an intermediate',
    who: ['certificate'],
    remedy: 'Send the full chain from a public or deployed root, with a SAN for each host',
    sources: [win32],
    provoke: 'Leave the intermediate out of the handshake',
  },
  {
    kind: 'client',
    hresult: 0x8018001a,
    names: ['MENROLL_E_INSECUREREDIRECT'],
    meaning: 'The server redirected from https to http',
    who: ['server'],
    remedy: 'Redirect to https addresses only',
    sources: [win32],
    provoke: 'Redirect the probe to an http address',
  },
  {
    kind: 'client',
    hresult: 0x80180029,
    names: ['MENROLL_E_EMPTY_MESSAGE'],
    meaning: 'The server answered 200 with an empty body',
    who: ['server'],
    remedy: 'Send the body; check whether a redirect turned the POST into a GET',
    sources: [win32],
    provoke: 'Answer 200 without a body',
  },
  {
    kind: 'client',
    hresult: 0x80180033,
    names: ['MENROLL_E_SERVER429'],
    meaning: 'The server answered HTTP 429; the same cause as 0x801901AD',
    who: ['server'],
    remedy: 'Raise the limit, and send a sensible Retry-After',
    sources: [`${evidence.mdmHeader} (newest)`],
    provoke: 'Answer HTTP 429',
  },
] as const satisfies readonly FaultEntry[];
