import { evidence } from './evidence.ts';
import type { FaultEntry } from './fault-entry.ts';

const win32 = evidence.mdmMetadata;

/** Codes that a device shows because of the policy or the provisioning document. */
export const provisioningCodes = [
  {
    kind: 'client',
    hresult: 0x8018001e,
    names: ['MENROLL_E_PROV_CSP_CERTSTORE'],
    meaning: 'CertificateStore in the provisioning document failed: bad base64, a wrong thumbprint, or a wrong store',
    who: ['server'],
    remedy: 'Name each certificate by its SHA-1, encode it in plain base64, and use the documented stores',
    sources: [win32],
    provoke: 'Name a certificate by another thumbprint',
  },
  {
    kind: 'client',
    hresult: 0x8018001f,
    names: ['MENROLL_E_PROV_CSP_W7'],
    meaning: 'APPLICATION in the provisioning document was rejected: lower-case names or missing parms',
    who: ['server'],
    remedy: 'Write names and types inside APPLICATION in upper case, with all required parms',
    sources: [win32],
    provoke: 'Write a parm name inside APPLICATION in lower case',
  },
  {
    kind: 'client',
    hresult: 0x80180020,
    names: ['MENROLL_E_PROV_CSP_DMCLIENT'],
    meaning:
      'DMClient in the provisioning document was rejected: a wrong Provider name, or polling parms that contradict each other',
    who: ['server'],
    remedy: 'Name the Provider as PROVIDER-ID, and keep to the polling rules of MS-MDE2 section 2.2.9.3',
    sources: [win32],
    provoke: 'Name the Provider otherwise than PROVIDER-ID',
  },
  {
    kind: 'client',
    hresult: 0x80180021,
    names: ['MENROLL_E_PROV_CSP_PFW'],
    meaning: 'PassportForWork in the provisioning document failed',
    who: ['server'],
    remedy: 'Leave PassportForWork out of the enrollment',
    sources: [win32],
  },
  {
    kind: 'client',
    hresult: 0x80180022,
    names: ['MENROLL_E_PROV_CSP_MISC'],
    meaning: 'Another part of the provisioning document failed; in Autopilot, a Home edition',
    who: ['server', 'device'],
    remedy: 'Send only the settings that are documented for enrollment',
    sources: [win32, evidence.intuneEnrollment],
  },
  {
    kind: 'client',
    hresult: 0x80180023,
    names: ['MENROLL_E_PROV_UNKNOWN'],
    meaning: 'The provisioning document failed and no part of it is named',
    who: ['server', 'device'],
    remedy:
      'Look at RAWResult in event 17: 0x800706D9 is a missing dmwappushservice, 0x80070057 an APPAUTH without nonce, 0x82AA0002 a node that exists or Push',
    sources: [
      win32,
      `${evidence.coManagement} (0x800706D9)`,
      `${evidence.reports} (0x80070057)`,
      'Notes of one self-hosted server (weak, 0x82AA0002)',
    ],
  },
  {
    kind: 'client',
    hresult: 0x80180024,
    names: ['MENROLL_E_PROV_SSLCERTNOTFOUND'],
    meaning:
      'No certificate matches SSLCLIENTCERTSEARCHCRITERIA: another subject, another store, or another key than that of the CSR',
    who: ['server'],
    remedy: 'Let the criteria name the subject and the store of the certificate, and certify the key of the CSR',
    sources: [win32],
    provoke: 'Let the criteria name another subject',
  },
  {
    kind: 'client',
    hresult: 0x80180025,
    names: ['MENROLL_E_PROV_CSP_APPMGMT'],
    meaning: 'EnterpriseAppManagement in the provisioning document failed',
    who: ['server'],
    remedy: 'Leave EnterpriseAppManagement out of the enrollment (Windows 10 1709 and later)',
    sources: [win32],
  },
  {
    kind: 'client',
    hresult: 0x80180027,
    names: ['MENROLL_E_CERTPOLICY_PRIVATEKEYCREATION_FAILED'],
    meaning: 'The device could not make the key that the policy asks for',
    who: ['server', 'device'],
    remedy: 'Offer a minimalKeyLength and cryptoProviders that Windows has; do not answer OnPremise in a token flow',
    sources: [win32, 'fleetdm/fleet issue 46387, where an AuthPolicy was refused'],
    provoke: 'Answer GetPolicies with an impossible minimalKeyLength',
  },
] as const satisfies readonly FaultEntry[];
