import { entriesOf } from './code-group.ts';
import { evidence } from '../faults/evidence.ts';

const { winerror } = evidence;

/** General codes of COM and Automation, and those of the TPM and of Autopilot. */
export const comAndTpmCodes = entriesOf([
  {
    who: ['not known'],
    remedy: 'Read the event before this one',
    sources: [winerror],
    doubt: 'no meaning of its own: every part of Windows uses it',
    codes: [
      [0x80004001, 'E_NOTIMPL', 'Something is not implemented'],
      [0x80004002, 'E_NOINTERFACE', 'An interface is missing'],
      [0x80004003, 'E_POINTER', 'A pointer is not valid'],
      [0x80004004, 'E_ABORT', 'Something was aborted'],
      [0x80004005, 'E_FAIL', 'Something failed'],
    ],
  },
  {
    who: ['administrator'],
    remedy: 'Configure the enrollment URLs of the tenant in Entra',
    sources: [winerror, evidence.coManagementMonitor],
    codes: [
      [
        0x8000ffff,
        'E_UNEXPECTED',
        'In automatic enrollment, the enrollment URL is not configured in Entra or not expected',
      ],
    ],
  },
  {
    meaning: 'The client is damaged or was called wrongly',
    who: ['device'],
    remedy: 'Restart the device, and repair Windows if the code stays',
    sources: [winerror],
    codes: [
      [0x8000000a, 'E_PENDING'],
      [0x8000000b, 'E_BOUNDS'],
      [0x8000000e, 'E_ILLEGAL_METHOD_CALL'],
      [0x80010106, 'RPC_E_CHANGED_MODE'],
      [0x80010108, 'RPC_E_DISCONNECTED'],
      [0x8001010e, 'RPC_E_WRONG_THREAD'],
      [0x80080005, 'CO_E_SERVER_EXEC_FAILURE'],
      [0x80040154, 'REGDB_E_CLASSNOTREG'],
      [0x80040111, 'CLASS_E_CLASSNOTAVAILABLE'],
    ],
  },
  {
    who: ['server', 'device'],
    remedy: 'Check the type of the value, and the script or the CSP that takes it',
    sources: [winerror],
    codes: [
      [0x80020009, 'DISP_E_EXCEPTION', 'A script or a CSP failed'],
      [0x80020005, 'DISP_E_TYPEMISMATCH', 'A script or a CSP got a value of another type'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Try again; update or clear the TPM',
    sources: [evidence.hybridJoin],
    codes: [
      [0x80280036, '', 'The TPM does not work in FIPS mode'],
      [0x80290407, '', 'The crypto provider of the TPM failed'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Try again; use a device with a TPM that can attest',
    sources: [evidence.told],
    codes: [[0x80280009, '', 'TPM attestation failed, as on a virtual machine']],
  },
  {
    who: ['device'],
    remedy: 'Try again; reset the device if the code stays',
    sources: [evidence.autopilotIssues],
    codes: [
      [
        0x81039001,
        'E_AUTOPILOT_CLIENT_TPM_MAX_ATTESTATION_RETRY_EXCEEDED',
        'Autopilot: TPM attestation failed too many times',
      ],
    ],
  },
  {
    who: ['administrator'],
    remedy: 'Leave one configuration of device management in Entra for this user',
    sources: [evidence.autopilotIssues],
    codes: [
      [0xc1036501, '', 'Autopilot: Entra has several MDM configurations, and automatic enrollment cannot choose'],
    ],
  },
]);
