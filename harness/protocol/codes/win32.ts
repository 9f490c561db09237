import { entriesOf } from './code-group.ts';
import { evidence, issue } from '../faults/evidence.ts';

const { winerror } = evidence;

/** Win32 errors (0x8007 plus the number) that enrollment and management show. WinHTTP has a table of its own. */
export const win32Codes = entriesOf([
  {
    meaning: 'A node of a CSP or a registry key is absent (harmless in event 404 for FakePolicy/Version)',
    who: ['server'],
    remedy: 'Do not use a node that this build lacks',
    sources: [winerror],
    codes: [
      [0x80070002, 'ERROR_FILE_NOT_FOUND'],
      [0x80070003, 'ERROR_PATH_NOT_FOUND'],
    ],
  },
  {
    who: ['user', 'device'],
    remedy: 'Enroll as an administrator of the device',
    sources: [winerror],
    codes: [
      [0x80070005, 'ERROR_ACCESS_DENIED E_ACCESSDENIED', 'The enrollment is not elevated, or the CSP is protected'],
    ],
  },
  {
    meaning: 'The client is in trouble or busy',
    who: ['device'],
    remedy: 'Try again, after a restart if needed',
    sources: [winerror],
    codes: [
      [0x80070006, 'ERROR_INVALID_HANDLE E_HANDLE'],
      [0x80070008, 'ERROR_NOT_ENOUGH_MEMORY'],
      [0x8007000e, 'ERROR_OUTOFMEMORY E_OUTOFMEMORY'],
      [0x80070015, 'ERROR_NOT_READY'],
      [0x8007001f, 'ERROR_GEN_FAILURE'],
      [0x80070078, 'ERROR_CALL_NOT_IMPLEMENTED'],
      [0x8007007a, 'ERROR_INSUFFICIENT_BUFFER'],
      [0x800700aa, 'ERROR_BUSY'],
    ],
  },
  {
    who: ['server', 'network'],
    remedy: 'Capture the body of the answer; look for the sign-in page of a proxy with status 200',
    sources: [winerror, evidence.hybridJoin],
    codes: [[0x8007000d, 'ERROR_INVALID_DATA', 'The device cannot read the answer or the document']],
  },
  {
    who: ['device'],
    remedy: 'Use an edition and a build that have the CSP',
    sources: [winerror, evidence.coManagementMonitor, issue('fleetdm/fleet', 20302)],
    codes: [[0x80070032, 'ERROR_NOT_SUPPORTED', 'This edition or build lacks the CSP or the interface']],
  },
  {
    meaning: 'The network path failed',
    who: ['network'],
    remedy: 'Check the network between device and server',
    sources: [winerror],
    codes: [
      [0x80070035, 'ERROR_BAD_NETPATH'],
      [0x80070040, 'ERROR_NETNAME_DELETED'],
    ],
  },
  {
    who: ['server'],
    remedy: 'If it is the RAWResult of event 17, correct the parms of APPLICATION, first the nonce of APPAUTH',
    sources: [winerror, evidence.reports, evidence.selfHosted],
    codes: [
      [
        0x80070057,
        'ERROR_INVALID_PARAMETER E_INVALIDARG',
        'A parameter is not valid: a parm of APPLICATION, or (one report) AuthenticationServiceUrl given with OnPremise',
      ],
    ],
  },
  {
    who: ['server'],
    remedy: 'Send Replace in place of Add',
    sources: [winerror],
    codes: [[0x800700b7, 'ERROR_ALREADY_EXISTS', 'The node exists already']],
  },
  {
    who: ['user'],
    remedy: 'Sign in to the device',
    sources: [winerror, evidence.coManagement],
    codes: [[0x800703f0, 'ERROR_NO_TOKEN', 'Nobody is signed in whom the client could impersonate']],
  },
  {
    meaning: 'A service of Windows is disabled, absent or stopped: dmwappushservice, or those of push notifications',
    who: ['device'],
    remedy: 'Restore and start the service',
    sources: [winerror],
    codes: [
      [0x80070422, 'ERROR_SERVICE_DISABLED'],
      [0x80070424, 'ERROR_SERVICE_DOES_NOT_EXIST'],
      [0x80070426, 'ERROR_SERVICE_NOT_ACTIVE'],
    ],
  },
  {
    who: ['device'],
    remedy: 'With TPM attestation, update the firmware of the TPM, and try again',
    sources: [winerror, evidence.autopilotIssues],
    codes: [[0x80070490, 'ERROR_NOT_FOUND', 'An element is absent; seen with TPM attestation on AMD firmware TPMs']],
  },
  {
    who: ['user'],
    remedy: 'Start again',
    sources: [winerror],
    codes: [[0x800704c7, 'ERROR_CANCELLED', 'The user canceled']],
  },
  {
    who: ['device'],
    remedy: 'Enroll in the session of a user; in a hybrid join, wait for the replication of Active Directory',
    sources: [winerror, issue('fleetdm/fleet', 48931), evidence.hybridJoin],
    codes: [
      [0x80070520, 'ERROR_NO_SUCH_LOGON_SESSION', 'The system account enrolls and no user is signed in'],
      [0x80070525, 'ERROR_NO_SUCH_USER', 'The account is not known, or not yet replicated'],
    ],
  },
  {
    who: ['user', 'identity provider'],
    remedy: 'Check the account: its rights, its password, and whether it is enabled',
    sources: [winerror],
    codes: [
      [0x80070522, 'ERROR_PRIVILEGE_NOT_HELD', 'The account lacks a privilege'],
      [0x8007052e, 'ERROR_LOGON_FAILURE', 'The user name or the password is wrong'],
      [0x80070532, 'ERROR_PASSWORD_EXPIRED', 'The password has expired'],
      [0x80070533, 'ERROR_ACCOUNT_DISABLED', 'The account is disabled'],
    ],
  },
  {
    who: ['administrator', 'network'],
    remedy: 'In hybrid Autopilot, let the device reach a domain controller, and check the connector',
    sources: [winerror, evidence.intuneEnrollment],
    codes: [
      [0x8007054b, 'ERROR_NO_SUCH_DOMAIN', 'The domain does not exist or is out of reach'],
      [0x80070774, 'ERROR_DOMAIN_CONTROLLER_NOT_FOUND', 'No domain controller was found'],
    ],
  },
  {
    meaning: 'A function of the client failed',
    who: ['device'],
    remedy: 'Restart the device, and read the event before this one',
    sources: [evidence.unread],
    codes: [
      [0x8007054f, 'ERROR_INTERNAL_ERROR'],
      [0x8007065b, 'ERROR_FUNCTION_FAILED'],
    ],
  },
  {
    who: ['device'],
    remedy: 'Try again; check that the device has a TPM 2.0',
    sources: [winerror, evidence.intuneEnrollment],
    codes: [[0x800705b4, 'ERROR_TIMEOUT', 'A step took too long, of the enrollment status page or of the TPM']],
  },
  {
    who: ['device'],
    remedy: 'Remove the old certificate of the management from the device',
    sources: [winerror, evidence.intuneEnrollment],
    codes: [
      [0x8007064c, 'ERROR_INSTALL_SOURCE_ABSENT', 'Intune: the device is enrolled already, or is a clone of an image'],
    ],
  },
  {
    who: ['not known'],
    remedy: 'Compare the type of the value with the one that the field expects',
    sources: [evidence.mdmHeader],
    codes: [[0x8007065d, 'ERROR_DATATYPE_MISMATCH E_DATATYPE_MISMATCH', 'A value is of another type than expected']],
  },
  {
    who: ['device'],
    remedy: 'Restore the service; below 0x80180023, 0x800706D9 means that dmwappushservice is missing',
    sources: [winerror, `${evidence.unread}: 0x800706BE`, evidence.coManagement],
    codes: [
      [0x800706ba, 'RPC_S_SERVER_UNAVAILABLE', 'A service of Windows does not answer'],
      [0x800706be, 'RPC_S_CALL_FAILED', 'A call to a service of Windows failed'],
      [0x800706d9, 'EPT_S_NOT_REGISTERED', 'A service of Windows is not there'],
    ],
  },
  {
    who: ['network'],
    remedy: 'Check name resolution, firewall and proxy between device and server',
    sources: [evidence.unread],
    codes: [
      [0x80072746, 'WSAECONNRESET', 'The connection was reset'],
      [0x8007274c, 'WSAETIMEDOUT', 'The connection timed out'],
      [0x8007274d, 'WSAECONNREFUSED', 'The connection was refused'],
      [0x80072af9, 'WSAHOST_NOT_FOUND', 'The host was not found'],
    ],
  },
]);
