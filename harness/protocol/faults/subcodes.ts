import { evidence } from './evidence.ts';
import type { WireFault } from './fault-entry.ts';

const documents = ['MS-MDE2 section 2.2.10', 'Learn: Mobile device enrollment', evidence.mdmMetadata] as const;

/** The seven SOAP subcodes of MS-MDE2 section 2.2.10, in its order. */
export const subcodes = [
  {
    kind: 'subcode',
    wireName: 'MessageFormat',
    hresult: 0x80180001,
    names: ['MENROLL_E_DEVICE_MESSAGE_FORMAT_ERROR'],
    meaning:
      'The request or the answer is not in the form that the other side expects; also the general sign that both could not talk',
    who: ['server'],
    remedy:
      'Read event 52 first: a fault is the word of the server. Without one, look for an HTML page, a BOM, a wrong namespace or RelatesTo',
    sources: [...documents, evidence.mdmHeader, evidence.enrollmentCodes],
    provoke: 'Send XML that is not well-formed, an empty Body, or a wrong namespace',
  },
  {
    kind: 'subcode',
    wireName: 'Authentication',
    hresult: 0x80180002,
    names: ['MENROLL_E_DEVICE_AUTHENTICATION_ERROR'],
    meaning: 'The server did not accept the credential; in automatic enrollment, the user has no Entra token',
    who: ['user', 'identity provider'],
    remedy: 'Check user name and password; for a token, check audience, issuer and clock',
    sources: documents,
    provoke: 'Send a wrong password, or a token that is garbage, expired or changed',
  },
  {
    kind: 'subcode',
    wireName: 'Authorization',
    hresult: 0x80180003,
    names: ['MENROLL_E_DEVICE_AUTHORIZATION_ERROR'],
    meaning: 'The server knows the user, who may not enroll',
    who: ['administrator'],
    remedy: 'Grant the right to enroll: the license, the group, the enrollment scope',
    sources: documents,
    provoke: 'Enroll as a test user who is disabled or has no right to enroll',
  },
  {
    kind: 'subcode',
    wireName: 'CertificateRequest',
    hresult: 0x80180004,
    names: ['MENROLL_E_DEVICE_CERTIFCATEREQUEST_ERROR', 'MENROLL_E_DEVICE_CERTIFICATEREQUEST_ERROR'],
    meaning:
      'The certification authority refused or was out of reach, the user has no right to the template, or the CSR is bad',
    who: ['server'],
    remedy:
      'Read the log of the certification authority; check size and hash of the CSR and the rights to the template',
    sources: documents,
    provoke: 'Send a CSR with a 1024-bit key or a broken signature',
  },
  {
    kind: 'subcode',
    wireName: 'EnrollmentServer',
    hresult: 0x80180005,
    names: ['MENROLL_E_DEVICE_CONFIGMGRSERVER_ERROR'],
    meaning: 'The management server failed, for example in its data base',
    who: ['server'],
    remedy: 'Find the TraceId of the fault in the log of the server; where it is transient, try again later',
    sources: documents,
  },
  {
    kind: 'subcode',
    wireName: 'InternalServiceFault',
    hresult: 0x80180006,
    names: ['MENROLL_E_DEVICE_INTERNALSERVICE_ERROR'],
    meaning:
      'The server met an error that it did not expect; in discovery, also a fault in lower case, which Windows does not read',
    who: ['server'],
    remedy: 'Inspect the log of the server; a RequestVersion that it does not know is a frequent reason',
    sources: [...documents, 'MS-WSTEP section 4.1.4.2', 'fleetdm/fleet issues 49326 and 49329 (lower case)'],
    provoke: 'Send input that parses but that the server does not foresee',
    doubt: 'the Microsoft Learn page on enrollment error codes prints the name of 0x80180005 here',
  },
  {
    kind: 'subcode',
    wireName: 'InvalidSecurity',
    hresult: 0x80180007,
    names: ['MENROLL_E_DEVICE_INVALIDSECURITY_ERROR'],
    meaning: 'The server could not use the Security header of the request',
    who: ['server', 'device'],
    remedy: 'Check both clocks, the Timestamp, and how the token is encoded',
    sources: documents,
    provoke: 'Leave the Security header out, send two, or send an expired Timestamp',
  },
] as const satisfies readonly WireFault[];
