import { evidence } from '../faults/evidence.ts';
import { eventsOf, range } from './event-entry.ts';
import { mdmLog } from './mdm-events.ts';

const v1 = 'value 1';
const last = 'the last value';

/** Events of the log of enrollments that come after the enrollment. */
export const sessionEvents = eventsOf(
  mdmLog,
  [evidence.messageFiles],
  [
    { phase: 'session', rows: [[20, 'The enrollment is dormant']] },
    {
      phase: 'certificate by SCEP',
      rows: [
        [
          [32, ...range(36, 39), ...range(301, 309)],
          'A step of SCEP: request, installation or error',
          'value 1 or the last value',
        ],
      ],
    },
    {
      phase: 'push notifications',
      rows: [
        [
          range(42, 47),
          'The channel of push notifications (WNS) was made, renewed, or failed',
          'value 1, where it failed',
        ],
      ],
    },
    {
      phase: 'unenrollment',
      rows: [
        [
          [48, 49, 60, 61, 64, 65, 67, 73, 74, 86, 92],
          'A step of the unenrollment: its alert, who started it, its service or account',
          v1,
        ],
        [700, 'A program asked Windows to unenroll the device', 'value 2; value 1 is the program'],
      ],
    },
    {
      phase: 'first session and enrollment status page',
      rows: [
        [
          [85, ...range(350, 361), ...range(1300, 1311)],
          'What the enrollment status page shows and tracks',
          'value 3, if any',
        ],
      ],
    },
    {
      phase: 'management session',
      rows: [
        [200, 'The device sent a message'],
        [202, 'The device read the answer'],
        [205, 'The client started'],
        [208, 'A session started (server and versions)'],
        [209, 'A session ended, with this status', v1],
        [210, 'The client stopped', v1],
        [201, 'A message was not sent', v1],
        [203, 'The answer could not be read', v1],
        [204, 'The device did not connect to the server', v1],
        [211, 'The time limit of the session was set or reached'],
        [212, 'The device got no Entra token for the session', 'value 1 for the user, value 2 for the device'],
        [215, 'A stage of the session', 'value 2'],
        [[218, 224, 231], 'The client certificate is missing (with its search criteria), or the token failed', v1],
        [255, 'The token of the session failed', v1],
        [
          [400, 404],
          'A command failed: provider, command and CSP URI (400 in older builds, 404 today)',
          'the last bracket',
        ],
        [[450, 454], 'A command failed: provider, command and CSP URI', 'the last bracket'],
        [402, 'The license check of the edition', last],
        [403, 'Whether the CSP is allowed', last],
        [405, 'The URI of a command', last],
        [406, 'The service dmwappushservice is disabled', last],
        [range(809, 812), 'A policy was not set or deleted', 'the value before the last'],
        [[813, 814, ...range(815, 819)], 'A policy was set or deleted'],
        [1924, 'The installation of an MSI failed', last],
        [1928, 'The alert with the status of an MSI installation was not sent', last],
      ],
    },
  ],
);
