import { places, texts } from './places.ts';
import type { Topic } from './topic.ts';

/** Why a device does not enroll although the server would let it. */
export const refusingTopics: readonly Topic[] = [
  {
    name: 'enrollment-disabled',
    spellings: [
      ...[
        'disable MDM enrollment',
        'Disable MDM enrollments',
        'DisableRegistration',
        'MDM disabled',
        'enrollment blocked',
      ],
      ...['MDM enrollment disabled by policy'],
    ],
    title: 'A group policy forbids MDM enrollment on the device',
    says: [
      'The policy "Disable MDM Enrollment" is under Computer Configuration > Administrative Templates > Windows Components > MDM.',
      'It exists since Windows 10 1607 and is meant for devices in a domain.',
      'It sets the value DisableRegistration (REG_DWORD) in the registry; 1 switches it on.',
      'A device under it shows 0x80180026.',
      'An agent of the old Intune PC client leads to the same code.',
    ],
    server: 'None. The server cannot see or lift it; whether the device sends Discover before it gives up is not known',
    look: [
      String.raw`${places.mdmPolicies}: DisableRegistration`,
      'gpresult /h report.html',
      `${places.mdmLog}, events 71, 76`,
    ],
    evidence: [
      ['specified', `${texts.enrollment2017}; ${texts.enrollment2023}; ${texts.groupPolicy} (the code)`],
      ['from memory', 'that 1 switches it on'],
      ['not known', 'whether a device outside a domain heeds the value'],
    ],
    codes: [0x80180026],
    requirements: ['DEV-06'],
  },
  {
    name: 'unsupported-scenarios',
    spellings: [
      ...['unsupported', 'enrollment scenarios not supported', 'Windows Server', 'Windows Home', 'Home edition'],
      ...['standard user', 'built-in administrator', 'EOBO', 'enroll on behalf of', 'Server edition'],
    ],
    title: 'Who and what cannot enroll, whatever the server answers',
    says: [
      'The built-in Administrator account cannot enroll a device, and a standard user cannot either.',
      'Windows Server is no supported client: the functions of MDM registration name none as a minimum.',
      'Windows Home enrolls at an MDM service, but joins no domain; most policies are not for Home, and Autopilot fails on it.',
      'An enrollment on behalf of another (EOBO) from Windows 8.1 does not survive the upgrade: unenroll, then enroll again.',
      'A device that is enrolled already fails with 0x8018000A.',
    ],
    server:
      'Refuse what you do not serve with DeviceNotSupported or NotSupported, so that the user reads why. Do not judge by OSEdition alone',
    look: ['winver: edition and build', 'whoami /groups: membership of Administrators', `${places.mdmLog}, event 71`],
    evidence: [
      [
        'specified',
        `${texts.enrollment2017}; ${texts.devices2017}; Win32: UnregisterDeviceWithManagement (no server supported)`,
      ],
      ['reported', 'Microsoft support: 0x80180022 for Autopilot on Home; source of fleetd: it refuses Windows Server'],
      ['not known', 'what each build of Windows Server does when it is tried'],
    ],
    codes: [0x80180014, 0x80180015, 0x8018001c, 0x80180022, 0x8018000a],
    requirements: ['DEV-07', 'FLT-12', 'DISC-13'],
  },
  {
    name: 'migration',
    spellings: [
      'enrollment migration',
      'upgrade from Windows 8.1',
      'MDMMaintenenceTask',
      'MDMMaintenanceTask',
      'Windows 8.1',
    ],
    title: 'An enrollment of Windows 8.1 is carried over when the device is upgraded to Windows 10',
    says: [
      'After the upgrade of a PC, the carrying-over begins with the first session that the device starts at the MDM service.',
      'Until it ends, Settings shows no enrollment, and a push of the server does not reach the device.',
      'A user can start it by the task that the document calls MDMMaintenenceTask.',
      'Phones did it at the first start after the upgrade.',
      'The edition of 2023 of the document has no word of it; Windows 8.1 is out of support.',
    ],
    server:
      'Keep the enrollment and its addresses while devices are upgraded, and count no device as lost before its next schedule',
    look: [places.tasks, places.enrollments],
    evidence: [
      ['specified', texts.enrollment2017],
      ['not known', 'whether Windows 11 can still do it'],
    ],
    codes: [],
    requirements: ['DEV-08'],
  },
];
