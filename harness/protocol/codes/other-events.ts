import { evidence } from '../faults/evidence.ts';
import { eventsOf, range } from './event-entry.ts';

const ppkg = 'Provisioning-Diagnostics-Provider/Admin';

/** Events of logs beside that of enrollments: of the sign-in, of the join, of packages and of the scheduled task. */
export const otherEvents = [
  ...eventsOf(
    ppkg,
    [evidence.reports],
    [
      {
        phase: 'provisioning package',
        rows: [[[12, 22, 32], 'A provisioning package (PPKG) failed', 'the field HRESULT']],
      },
    ],
  ),
  ...eventsOf(
    'AAD/Operational',
    [evidence.messageFiles, evidence.reports],
    [
      {
        phase: 'sign-in at Entra',
        rows: [
          [[1024, 1025], 'An HTTP status of Entra'],
          [1081, 'Entra answered with an OAuth error'],
          [1084, 'The transport to Entra failed'],
          [1085, 'The logon failed'],
          [1086, 'The realm of the user was not found'],
          [1088, 'WS-Trust failed'],
          [1089, 'The device is not joined to the cloud'],
          [[1094, 1096], 'The refresh token failed'],
          [
            [1097, 1098],
            'The token broker failed: a 0xCAA code, an AADSTS number and a correlation id',
            'the text after "Error:"',
          ],
          [1099, 'The token broker failed with this code'],
          [1104, 'A call of the sign-in plug-in failed'],
        ],
      },
    ],
  ),
  ...eventsOf(
    'User Device Registration/Admin',
    [evidence.hybridJoin, evidence.messageFiles],
    [
      {
        phase: 'Entra device registration',
        rows: [
          [range(100, 112), 'A step of the registration succeeded (101 prints the discovery document)'],
          [range(200, 206), 'A step of the registration failed (201 discovery, 204 join)', 'the exit code'],
          [range(212, 215), 'The registry or the LSA failed'],
          [220, 'The object in Active Directory failed'],
          [304, 'The join failed in the phase "join"', 'the exit code'],
          [305, 'The join failed in the phase "authentication"', 'the exit code'],
          [306, `The join succeeded (${evidence.unread})`],
          [307, 'The join failed to look the service up', 'the exit code'],
        ],
      },
    ],
  ),
  ...eventsOf(
    'TaskScheduler/Operational',
    [evidence.diagnoseEnrollment],
    [
      {
        phase: 'automatic enrollment',
        rows: [
          [[102, 107], 'The task of automatic enrollment ran, which says nothing of its success'],
          [7016, 'With 2149056522: the registry holds keys of an old enrollment'],
        ],
      },
    ],
  ),
];
