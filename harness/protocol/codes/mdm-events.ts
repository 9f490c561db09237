import { evidence } from '../faults/evidence.ts';
import { eventsOf, range } from './event-entry.ts';

const v1 = 'value 1';
const last = 'the last value';

/** The log in which Windows tells of an enrollment and of each management session. */
export const mdmLog = 'DeviceManagement-Enterprise-Diagnostics-Provider/Admin';

/** Events of that log, until the end of an enrollment. */
export const enrollmentEvents = eventsOf(
  mdmLog,
  [evidence.messageFiles],
  [
    {
      phase: 'policies (MS-XCEP)',
      rows: [
        [3, 'The device could not sign the request (certificate authentication)', v1],
        [4, 'The device sent the request for policies'],
        [6, 'The device processed the policies'],
        [5, 'The request for policies was not sent', v1],
        [7, 'The answer about policies did not come or could not be read', v1],
        [62, 'The hash OID of the policy is no hash (hashAlgorithmOIDReference)', 'value 1 is the OID'],
        [68, 'The policySchema is not 3: the device ignores the policy and uses defaults', v1],
      ],
    },
    {
      phase: 'certificate (MS-WSTEP)',
      rows: [
        [8, 'The device sent the request for its certificate'],
        [10, 'The device read the answer with its certificate'],
        [9, 'The request for the certificate was not sent', v1],
        [11, 'The answer with the certificate did not come or could not be read', v1],
        [
          12,
          'The device could not make the certificate request (CSR)',
          'value 3; value 1 is the hash, value 2 the key algorithm',
        ],
      ],
    },
    {
      phase: 'provisioning document',
      rows: [
        [15, 'The client certificate was not installed', v1],
        [63, 'The private key was not found (Windows build 14393 only)', v1],
        [16, 'The DM client is configured'],
        [17, 'The DM client was not configured', 'RAWResult (value 1) is the cause, value 2 the 0x8018 code'],
        [[19, 21, 23, 112, 113], 'A polling schedule was not set up', v1],
        [56, 'The provisioning document could not be parsed', v1],
        [57, 'The provisioning failed', v1],
        [58, 'The provisioning succeeded'],
        [[66, 70], 'A node of the document was filtered out as not supported, or could not be', 'value 1 is the node'],
      ],
    },
    {
      phase: 'any SOAP message',
      rows: [
        [
          52,
          'The server answered with a SOAP fault; the best line of a log',
          'value 1 is the subcode, value 2 the text',
        ],
        [59, 'The context that the server gave for its log', 'value 1 is the text'],
        [69, 'The server answered with a fault that Windows cannot read: correct Subcode, or the namespace of Detail'],
      ],
    },
    {
      phase: 'sign-in',
      rows: [
        [53, 'The sign-in service gave no token', v1],
        [54, 'The sign-in service gave a token'],
        [90, 'The token of the user: resource URLs and status', 'value 4'],
        [91, 'What automatic enrollment found: discovery URL, tenant and UPN (personal data)'],
      ],
    },
    {
      phase: 'end of the enrollment',
      rows: [
        [55, 'The enrollment through the dialog failed', v1],
        [71, 'The enrollment failed', v1],
        [72, 'The enrollment succeeded'],
      ],
    },
    {
      phase: 'automatic enrollment',
      rows: [
        [27, 'The policy AutoEnrollMDM and its credential type', 'value 3'],
        [75, 'Automatic enrollment succeeded; the first hexadecimal value is the kind of credential, not an error'],
        [
          76,
          'Automatic enrollment failed; without any such event the task never ran',
          'value 2; value 1 is the kind of credential (0x0 user, 0x1 device), not an error',
        ],
        [
          [...range(77, 84), ...range(87, 89)],
          'A step of automatic enrollment is tried or failed; a warning, no verdict',
          last,
        ],
      ],
    },
    {
      phase: 'renewal',
      rows: [
        [25, 'The renewal schedule failed', v1],
        [26, 'The renewal failed', 'value 2; value 1 is the function'],
        [28, 'The signing of the renewal request (PKCS#7) failed', 'value 2; value 1 is the function'],
        [29, 'The certificate to renew was not found', 'value 3'],
      ],
    },
    {
      phase: 'hybrid join',
      rows: [[range(100, 111), 'A step of the offline domain join', 'value 1 or value 2']],
    },
  ],
);
