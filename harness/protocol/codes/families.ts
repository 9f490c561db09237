import type { Party } from '../faults/fault-entry.ts';

/** A family of codes: where its numbers come from, and whom to ask about one that has no row. */
export interface Family {
  readonly name: string;
  readonly who: readonly [Party, ...Party[]];
  /** Whom or what to ask, after "Ask ". */
  readonly ask: string;
}

const family = (name: string, who: Family['who'], ask: string): Family => ({ name, who, ask });
const windows = 'the maker of the device or Microsoft support';
const people = 'whoever runs the device';
const operator = 'the operator of the enrollment server';
const entra = 'the administrator of the Entra tenant; the enrollment server is not asked yet';

/** Families by the facility: bits 26 to 16. */
export const byFacility: ReadonlyMap<number, Family> = new Map([
  [0x000, family('general codes of COM and Windows', ['device'], windows)],
  [0x001, family('RPC and COM calls', ['device'], windows)],
  [0x002, family('Automation (scripts and CSPs)', ['server', 'device'], operator)],
  [0x003, family('structured storage', ['device'], windows)],
  [
    0x004,
    family(
      'codes of one COM interface; 0x80042001 to 0x80042009 are CONFIG_E_ of the old CSP engine',
      ['device'],
      windows,
    ),
  ],
  [0x007, family('Win32 errors', ['device'], people)],
  [
    0x009,
    family('security: NTE_ keys, SEC_E_ TLS, CRYPT_E_ messages, CERTSRV_E_ the CA', ['server', 'device'], operator),
  ],
  [
    0x00b,
    family(
      'trust in certificates (CERT_E_ and TRUST_E_)',
      ['certificate'],
      'whoever runs the certificate of the server',
    ),
  ],
  [0x00c, family('Internet functions', ['network'], 'whoever runs the network')],
  [0x00f, family('set-up of devices and drivers', ['device'], windows)],
  [0x010, family('smart cards', ['device', 'user'], people)],
  [0x018, family('MDM enrollment (MENROLL_E_)', ['server', 'device'], operator)],
  [
    0x019,
    family(
      'Windows 8.x registration (0001 to 000E), HTTP statuses (0064 to 0257) and WinHTTP errors (2EE1 to 2FA0)',
      ['server', 'network'],
      operator,
    ),
  ],
  [0x01c, family('Entra device registration and Windows Hello keys (DSREG)', ['identity provider', 'device'], entra)],
  [0x01f, family('certificate enrollment over HTTP', ['server'], operator)],
  [0x024, family('Windows Update', ['device'], people)],
  [0x028, family('TPM base services and TPM 1.2', ['device'], windows)],
  [0x029, family('crypto provider of the TPM', ['device'], windows)],
  [0x031, family('BitLocker', ['device'], people)],
  [0x03e, family('push notifications (WPN_E_, WNS)', ['network', 'device'], 'whoever runs the network')],
  [0x103, family('the Autopilot client', ['device', 'administrator'], 'the administrator of Autopilot')],
  [0x2aa, family('the CSP engine (configuration manager)', ['server', 'device'], operator)],
  [0x2ac, family('a CSP', ['server', 'device'], operator)],
  [0x375, family('XML and JSON of a web answer (WEB_E_)', ['server'], operator)],
  [0x376, family('web sockets', ['server', 'network'], operator)],
  [0x600, family('the CSP engine (CFGMGR_E_)', ['server', 'device'], operator)],
  [
    0x7d1,
    family(
      'Configuration Manager and the Intune console; no device shows it in an enrollment',
      ['administrator'],
      'the administrator of Intune',
    ),
  ],
  [0x7d2, family('evaluation of settings by Intune', ['administrator'], 'the administrator of Intune')],
]);

/** Families of the sign-in broker by the upper 16 bits. They are no plain HRESULTs. */
export const bySignIn: ReadonlyMap<number, Family> = new Map([
  [0xcaa1, family('the sign-in broker: its state', ['identity provider', 'user'], entra)],
  [0xcaa2, family('the sign-in broker: an OAuth answer of Entra', ['identity provider'], entra)],
  [0xcaa3, family('the sign-in broker: an HTTP answer', ['identity provider'], entra)],
  [0xcaa5, family('the sign-in broker itself', ['identity provider', 'device'], entra)],
  [0xcaa7, family('the sign-in broker: a connection', ['network'], entra)],
  [0xcaa8, family('the sign-in broker: a WinINet error', ['network', 'identity provider'], entra)],
  [0xcaa9, family('the sign-in broker: WS-Trust and tokens', ['identity provider'], entra)],
]);

/** The sign-in broker where its upper 16 bits have no row of their own. */
export const signIn = family('the sign-in broker', ['identity provider', 'network'], entra);

/** NTSTATUS, which the log of the sign-in shows. */
export const ntStatus = family('NTSTATUS of the system', ['identity provider', 'user', 'device'], people);
