import { entriesOf } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';

const { enrollmentCodes, helloErrors, hybridJoin, coManagement, coManagementMonitor } = evidence;

/** Codes of the device registration of Entra (DSREG) and of the sign-in broker. The enrollment server is not asked yet. */
export const entraCodes = entriesOf([
  {
    who: ['identity provider', 'administrator'],
    remedy: 'Read the log of the registration in Entra; for 0x801C0003, let the user join devices',
    sources: [enrollmentCodes, hybridJoin, helloErrors],
    codes: [
      [
        0x801c0001,
        'DSREG_E_DEVICE_MESSAGE_FORMAT_ERROR',
        'The registration service of Entra could not read the request',
      ],
      [0x801c0002, 'DSREG_E_DEVICE_AUTHENTICATION_ERROR', 'The registration service of Entra refused the credential'],
      [0x801c0003, 'DSREG_E_DEVICE_AUTHORIZATION_ERROR', 'The user may not join devices to Entra'],
      [0x801c0006, 'DSREG_E_DEVICE_INTERNALSERVICE_ERROR', 'The registration service of Entra failed'],
    ],
  },
  {
    meaning: 'The discovery of the Entra registration service failed',
    who: ['network', 'identity provider'],
    remedy: 'Let the system account reach enterpriseregistration.windows.net',
    sources: [enrollmentCodes],
    codes: [
      [0x801c000b, 'DSREG_E_DISCOVERY_REDIRECTION_NOT_TRUSTED'],
      [0x801c000c, 'DSREG_E_DISCOVERY_FAILED'],
      [0x801c0012, 'DSREG_E_DISCOVERY_BAD_MESSAGE_ERROR'],
    ],
  },
  {
    who: ['user', 'administrator'],
    remedy: 'Remove a device of the user or raise the quota; restart where a restart is asked for',
    sources: [enrollmentCodes],
    codes: [
      [
        0x801c000e,
        'DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCCEEDED DSREG_E_DEVICE_REGISTRATION_QUOTA_EXCEEDED',
        'The user has as many devices in Entra as are allowed',
      ],
      [0x801c000f, 'DSREG_E_DEVICE_REQUIRES_REBOOT', 'The device must restart first'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Update or clear the TPM, and try again',
    sources: [enrollmentCodes, helloErrors],
    codes: [
      [0x801c0010, 'DSREG_E_DEVICE_AIK_VALIDATION_ERROR', 'The attestation key (AIK) of the TPM is not valid'],
      [0x801c0011, 'DSREG_E_DEVICE_ATTESTATION_ERROR', 'TPM attestation is not valid'],
      [0x801c03ee, '', 'TPM attestation failed'],
      [0x801c03ef, '', 'The certificate of the attestation key (AIK) is no longer valid'],
    ],
  },
  {
    who: ['identity provider'],
    remedy: 'Check which claims the token carries',
    sources: [enrollmentCodes, helloErrors],
    codes: [
      [0x801c0013, 'DSREG_E_TENANTID_NOT_FOUND', 'The token lacks the id of the tenant'],
      [0x801c0014, 'DSREG_E_USERSID_NOT_FOUND', 'The token lacks the SID of the user'],
      [0x801c03f1, '', 'The token lacks the UPN'],
      [0x801c044d, '', 'The token lacks the device id, or is not that of a user'],
    ],
  },
  {
    meaning:
      'The federation of the Entra registration is not set up: no AD join, an empty configuration, or no device certificate',
    who: ['administrator'],
    remedy: 'Complete the federation set-up of device registration',
    sources: [helloErrors],
    codes: [0x15, 0x16, 0x17, 0x18, 0x19, 0x1a, 0x1b].map((low) => [0x801c0000 + low, ''] as const),
  },
  {
    who: ['administrator', 'network'],
    remedy:
      'Check the service connection point (SCP) and the proxy of the system account; for 0x801C0025, try again later',
    sources: [hybridJoin],
    codes: [
      [0x801c001d, 'DSREG_AUTOJOIN_ADCONFIG_READ_FAILED', 'The device cannot read the SCP of the hybrid join'],
      [0x801c001f, 'DSREG_AUTOJOIN_DISC_WAIT_TIMEOUT', 'The discovery of the hybrid join timed out'],
      [
        0x801c0021,
        'DSREG_AUTOJOIN_DISC_FAILED',
        'The discovery of the hybrid join failed (seen in the text of dsregcmd)',
      ],
      [0x801c0025, 'DSREG_SERVER_BUSY', 'The registration service of Entra is busy (HTTP 503)'],
      [0x801c003a, 'DSREG_DISCOVERY_TENANT_NOT_FOUND', 'Entra does not know the tenant'],
      [0x801c003d, 'DSREG_AUTOJOIN_USERREALM_DISCOVERY_FAILED', 'The discovery of the realm of the user failed'],
    ],
  },
  {
    who: ['identity provider', 'device'],
    remedy: 'Sign in again with MFA; in Autopilot, check for TPM 2.0 and that one profile is assigned',
    sources: [helloErrors, evidence.intuneEnrollment],
    codes: [
      [0x801c03e9, '', 'The answer of the Entra registration service is not valid'],
      [
        0x801c03ea,
        '',
        'The Entra registration service did not authorize the device; in Autopilot: no TPM 2.0, or two profiles',
      ],
      [0x801c03eb, '', 'The HTTP status of the Entra registration service is not valid'],
      [0x801c03ec, '', 'The Entra registration service met an exception'],
      [0x801c03ed, '', 'MFA is missing, or the request to the Entra registration service is not valid'],
    ],
  },
  {
    who: ['identity provider', 'device'],
    remedy: 'Wait until the directory is synchronised; register a deleted device again',
    sources: [hybridJoin, coManagement, evidence.autopilotIssues],
    codes: [
      [0x801c03f0, '', 'The user has no key'],
      [0x801c03f2, 'DSREG_E_DIRECTORY_FAILURE', 'The device object is not yet synchronised to Entra'],
      [0x801c03f3, '', 'The device object in Entra was deleted'],
    ],
  },
  {
    who: ['user', 'identity provider'],
    remedy: 'Sign in to the device, and wait',
    sources: [coManagementMonitor, hybridJoin],
    codes: [
      [0xcaa10001, '', 'The user has to sign in'],
      [0xcaa1002d, '', 'A sign-in is still running'],
    ],
  },
  {
    who: ['identity provider'],
    remedy: 'Read the AADSTS number in event 1098 of the log AAD/Operational; check MFA and Conditional Access',
    sources: [hybridJoin, coManagement],
    codes: [
      [0xcaa20002, '', 'Entra answered the token request with an OAuth error'],
      [0xcaa20003, '', 'Entra refused the grant (invalid_grant)'],
      [0xcaa2000c, '', 'Entra wants the user to act (interaction_required), mostly MFA by Conditional Access'],
    ],
  },
  {
    who: ['administrator'],
    remedy: 'Correct the MDM URLs of the tenant in Entra',
    sources: [evidence.reports, issue('fleetdm/fleet', 19734), `${evidence.inferred}: the low word is an HTTP status`],
    codes: [[0xcaa30194, '', 'An address of the flow answered HTTP 404']],
  },
  {
    who: ['identity provider'],
    remedy: 'Look for the second code in the text of the same event',
    sources: [issue('Azure/azure-cli', 29042)],
    codes: [[0xcaa5001c, '', 'The token broker failed; its text names the real code']],
  },
  {
    who: ['network'],
    remedy: 'Check DNS and the proxy for the sign-in hosts',
    sources: [coManagementMonitor],
    codes: [[0xcaa70004, '', 'The sign-in server or the proxy was not found']],
  },
  {
    who: ['identity provider'],
    remedy: 'Check the federation server and Conditional Access',
    sources: [hybridJoin, coManagementMonitor, coManagement],
    codes: [
      [0xcaa90006, '', 'The token request failed'],
      [0xcaa90014, '', 'The federation server answered with a WS-Trust fault'],
      [0xcaa90017, '', 'The federation server does not speak WS-Trust'],
      [0xcaa9001f, '', 'Integrated sign-in works in a federated domain only'],
      [0xcaa90023, '', 'The WS-Trust endpoint was not discovered'],
      [0xcaa9002c, '', 'The answer of the federation server is not XML'],
      [0xcaa9004d, '', 'The realm of the user is not known'],
      [0xcaa90056, '', 'The refresh token gave no new token'],
    ],
  },
  {
    meaning: 'The user name or the password is wrong',
    who: ['identity provider', 'user'],
    remedy: 'Check user name and password',
    sources: [evidence.hybridJoin],
    codes: [
      [0xc000006d, 'STATUS_LOGON_FAILURE'],
      [0xc000006a, 'STATUS_WRONG_PASSWORD'],
    ],
  },
  {
    who: ['identity provider', 'user'],
    remedy: 'Sign in with an account of Entra',
    sources: [evidence.hybridJoin],
    codes: [[0xc00484b2, '', 'The device or the user is not joined to the cloud']],
  },
]);
