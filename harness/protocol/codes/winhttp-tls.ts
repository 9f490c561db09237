import type { CodeGroup } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';

const { winhttp, wininet } = evidence;

/** Errors of WinHTTP and WinINet that TLS or a certificate causes, by decimal number; see `winhttp.ts` for the names. */
export const winhttpTlsGroups: readonly CodeGroup[] = [
  {
    who: ['certificate'],
    remedy: 'Renew the TLS certificate of the server; if it is in date, set the clock of the device',
    sources: [winhttp],
    codes: [
      [
        12037,
        'SECURE_CERT_DATE_INVALID ERROR_INTERNET_SEC_CERT_DATE_INVALID',
        'The TLS certificate of the server is expired or not yet valid, or the clock of the device is wrong',
      ],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Give the certificate a SAN for every host of the flow',
    sources: [winhttp],
    codes: [
      [
        12038,
        'SECURE_CERT_CN_INVALID ERROR_INTERNET_SEC_CERT_CN_INVALID',
        'The TLS certificate of the server does not name the host',
      ],
    ],
  },
  {
    who: ['server', 'certificate'],
    remedy:
      'Request, but do not demand, a client certificate during enrollment; in a session, check search criteria, store and issuer list',
    sources: [winhttp, issue('MicrosoftDocs/windows-itpro-docs', 9170)],
    codes: [
      [12044, 'CLIENT_AUTH_CERT_NEEDED', 'The server demands a client certificate, and the device has none that fits'],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Send the full chain, and put its root on the device',
    sources: [winhttp],
    codes: [
      [
        12045,
        'SECURE_INVALID_CA ERROR_INTERNET_INVALID_CA',
        'The device does not trust the root of the TLS certificate of the server',
      ],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Validate the chain, for example with the command "chain"',
    sources: [wininet],
    codes: [
      [12055, 'ERROR_INTERNET_SEC_CERT_ERRORS', 'The TLS certificate of the server has several faults'],
      [12056, 'ERROR_INTERNET_SEC_CERT_NO_REV', 'The TLS certificate of the server has no revocation data'],
    ],
  },
  {
    who: ['certificate', 'network'],
    remedy: 'Let the device reach the CRL or the OCSP responder over http',
    sources: [winhttp],
    codes: [
      [
        12057,
        'SECURE_CERT_REV_FAILED ERROR_INTERNET_SEC_CERT_REV_FAILED',
        'The revocation of the TLS certificate could not be checked: CRL and OCSP are out of reach',
      ],
    ],
  },
  {
    who: ['server', 'network'],
    remedy: 'Serve TLS 1.2 with ECDHE and AES-GCM; check whether a client certificate is demanded',
    sources: [winhttp],
    codes: [
      [
        12157,
        'SECURE_CHANNEL_ERROR ERROR_INTERNET_SECURITY_CHANNEL_ERROR',
        'The TLS handshake failed: its version, its cipher suites, or a client certificate',
      ],
    ],
  },
  {
    who: ['certificate'],
    remedy: 'Reissue the TLS certificate of the server',
    sources: [winhttp],
    codes: [
      [12169, 'SECURE_INVALID_CERT ERROR_INTERNET_SEC_INVALID_CERT', 'The TLS certificate of the server is broken'],
      [12170, 'SECURE_CERT_REVOKED ERROR_INTERNET_SEC_CERT_REVOKED', 'The TLS certificate of the server is revoked'],
      [12179, 'SECURE_CERT_WRONG_USAGE', 'The TLS certificate of the server is not for servers (no EKU serverAuth)'],
    ],
  },
  {
    meaning:
      'TLS failed, and the code does not say why: the certificate of the server, the clock, or a proxy that inspects TLS',
    who: ['certificate', 'network'],
    remedy: 'Check the chain of the server, the clock of the device, and TLS inspection on the way',
    sources: [winhttp, wininet, `${evidence.hybridJoin}: "decoding failed", a proxy changed the answer`],
    codes: [
      [12175, 'SECURE_FAILURE ERROR_INTERNET_DECODING_FAILED'],
      [12171, 'ERROR_INTERNET_FAILED_DUETOSECURITYCHECK'],
    ],
  },
  {
    who: ['device', 'server'],
    remedy: "Certify the key of the device's CSR, and put the certificate into My/System, not My/User",
    sources: [winhttp],
    codes: [
      [12185, 'CLIENT_CERT_NO_PRIVATE_KEY', 'The client certificate of the device has no private key'],
      [
        12186,
        'CLIENT_CERT_NO_ACCESS_PRIVATE_KEY',
        'The account may not read the private key of the client certificate',
      ],
    ],
  },
  {
    who: ['network'],
    remedy: 'Correct the proxy; the server is not at fault',
    sources: [winhttp],
    codes: [
      [12187, 'CLIENT_AUTH_CERT_NEEDED_PROXY', 'The proxy, not the server, demands a client certificate'],
      [12188, 'SECURE_FAILURE_PROXY', 'TLS to the proxy, not to the server, failed'],
    ],
  },
];
