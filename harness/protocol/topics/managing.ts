import { places, texts } from './places.ts';
import type { Topic } from './topic.ts';

/** What a device does with an enrollment that succeeded. */
export const managingTopics: readonly Topic[] = [
  {
    name: 'app-token',
    spellings: [
      ...['enterprise application token', 'enterprise app token', 'application enrollment token', 'AET', 'Company Hub'],
      ...['Company Hub link', 'EnterpriseAppManagement', 'EnrollmentToken', 'StoreUri', 'company portal link'],
    ],
    title: 'A token lets a device install the apps of the enterprise, and a link names the first one',
    says: [
      'A provisioning document can carry the token and the link to a Company Hub app, as settings of EnterpriseAppManagement.',
      'Phones installed the app from the link and showed the apps of the enterprise in it.',
      'The page of that configuration service provider names Windows 10 IoT Core as the only system that supports it.',
      'A device that cannot apply the part fails to enroll with 0x80180025.',
      'A device that is unenrolled removes the token, and the apps that depend on it.',
    ],
    server:
      'Leave the part out for PCs. A check judges where a document has it; whether the device installs the app is not visible',
    look: [`${places.mdmLog}, events 17, 57, 66`],
    evidence: [
      [
        'specified',
        `${texts.enrollment2017}; Microsoft Learn: EnterpriseAppManagement CSP; Win32: MDM registration constants`,
      ],
      ['specified', `${texts.disconnecting} (the removal)`],
      ['not known', 'which builds of today filter the part out, and which fail on it'],
    ],
    codes: [0x80180025],
    requirements: ['PROV-29', 'DEV-09'],
  },
  {
    name: 'status-page',
    spellings: [
      ...['enrollment status page', 'ESP', 'FirstSyncStatus', 'ServerHasFinishedProvisioning', 'enrollment progress'],
      ...['SkipUserStatusPage', 'setting up your device', 'status page hangs'],
    ],
    title: 'The enrollment status page holds the user until the first settings have come',
    says: [
      'From Windows 10 1709 on, a page shows the progress of a device that is set up at its first start, or by a work account.',
      'It waits for what the server lists in DMClient/Provider/<id>/FirstSyncStatus: policies, certificates, apps, networks.',
      'It ends when the server sets ServerHasFinishedProvisioning and what it listed is there, or when its time is over.',
      'A server that never sets it lets the page hang; below ./User the node may have to be added first.',
      'SkipUserStatusPage and SkipDeviceStatusPage leave the parts of the page out.',
    ],
    server: 'The server decides in later management sessions; a run holds the first ones, and no device of it waits',
    look: [
      String.raw`${places.enrollments}\FirstSync; HKLM\SOFTWARE\Microsoft\Windows\Autopilot\EnrollmentStatusTracking`,
      `${places.mdmLog}, events 85, 350 to 361, 1300 to 1311`,
    ],
    evidence: [
      ['specified', `${texts.devices2017} (1709); ${texts.dmClient}`],
      ['seen', texts.messageFiles],
      [
        'reported',
        'fleetdm/fleet issue 49250 (add before replace, page that hangs); keys of the registry in public notes',
      ],
    ],
    codes: [0x800705b4, 0x80180014, 0x80180018],
    requirements: ['DEV-10'],
  },
  {
    name: 'info-page',
    spellings: ['Info', 'Info button', 'Manage button', 'work account info', 'support information', 'HelpPhoneNumber'],
    title: 'The Info page of a connection shows what the organization manages',
    says: [
      'A connection has the Info button if MDM is a part of it: enrolled by an Entra join, by a work account, or alone.',
      'The page shows how to reach the support of the organization, if the server has set that.',
      'From Windows 10 1709 on, it lists the policies and the apps of the organization; the Manage button is gone.',
      'It starts a session (explain sync-on-demand) and makes a diagnostic report (explain diagnostic-logs).',
      'If an enrollment failed, the button is not there.',
    ],
    server:
      'HelpPhoneNumber, HelpEmailAddress and HelpWebsite of DMClient/Provider/<id> fill in the support. They are optional',
    look: [
      `${places.workPage} > the connection > Info`,
      `${places.enrollments}: UPN, DiscoveryServiceFullURL, EnrollmentState`,
    ],
    evidence: [
      ['specified', `${texts.devices2017}; ${texts.dmClient}; ${texts.groupPolicy} (no button after a failure)`],
    ],
    codes: [],
    requirements: ['DEV-11'],
  },
  {
    name: 'sync-on-demand',
    spellings: ['sync', 'sync now', 'manual sync', 'Sync button', 'sync session', 'start a sync session', 'force sync'],
    title: 'The user starts a management session by hand',
    says: [
      'The button Sync on the Info page lets the device start an OMA-DM session at once, beside its schedule.',
      'The session looks like any other that the device starts: package 1 with alert 1201.',
      'From SyncApplicationVersion 4.0 on, the header UserAgentOrigin says who started it: 1 is the user, 2 the schedule, 3 a push.',
      'The page says that it did not fully succeed where a session ended with an error, or no token of Entra came.',
    ],
    server: 'Answer the session as any other. Wait for no push and no schedule before you send what is due',
    look: [
      `${places.workPage} > the connection > Info > Sync`,
      `${places.mdmLog}, events 208, 209, 204, 212`,
      places.tasks,
    ],
    evidence: [
      ['specified', `${texts.devices2017}; MS-MDM, section 3.1.7.2`],
      ['seen', texts.messageFiles],
      ['inferred', 'that alert 1201 stands in such a session as in a scheduled one'],
    ],
    codes: [],
    requirements: ['SYN-18', 'DEV-12'],
  },
  {
    name: 'manual-unenrollment',
    spellings: [
      ...['AllowManualMDMUnenrollment', 'Experience/AllowManualMDMUnenrollment', 'allow manual unenrollment'],
      ...['disconnect greyed out', 'prevent unenrollment', 'block unenrollment'],
    ],
    title: 'A policy forbids the user to remove the enrollment',
    says: [
      'The server sets ./Vendor/MSFT/Policy/Config/Experience/AllowManualMDMUnenrollment: 0 forbids it, 1 allows it, which is the default.',
      'The user then has no way to disconnect; only a command of the server ends the enrollment.',
      'It does not hold for an enrollment by an Entra join: that ends together with the join.',
      'A device that is reset forgets the enrollment all the same; the server is not told.',
    ],
    server:
      'It is a policy of a management session, not of the enrollment. A server that sets it needs a working unenroll command',
    look: [
      `${places.workPage}: the connection without Disconnect`,
      String.raw`HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\Experience: AllowManualMDMUnenrollment`,
    ],
    evidence: [
      [
        'specified',
        `${texts.devices2017}; Microsoft Learn: Policy CSP, Experience; ${texts.disconnecting} (Entra join)`,
      ],
      ['from memory', 'the key of the registry'],
      ['inferred', 'what a reset does'],
    ],
    codes: [],
    requirements: ['SYN-21', 'DEV-13'],
  },
  {
    name: 'disconnect',
    spellings: [
      ...['unenroll', 'unenrollment', 'un-enroll', 'Disconnect button', 'remove enrollment', 'remove MDM', 'retire'],
      ...['mdm.unenrollment.userrequest', 'alert 1226', 'leave management'],
    ],
    title: 'The user or the server ends the enrollment',
    says: [
      'The user presses Disconnect. Windows starts a last session with alert 1226, once and without a retry, then removes the enrollment.',
      'The server sends Exec to DMClient/Provider/<id>/Unenroll. The device ends the session without a Status; alert 1226 comes in a new one.',
      'The device removes the certificates and settings of the server, its account and schedules, and stays silent after that.',
      'Data of the organization on the device may be lost.',
      'After an Entra join the join goes too: have an administrator on the device who is not of the tenant, before you unenroll it from afar.',
      'Keys that stay behind let the next enrollment fail with 0x8018000A.',
    ],
    server:
      'Answer alert 1226 with 200, then refuse the certificate of that device. A device that only stays silent is not known to be gone',
    look: [
      places.workPage,
      `${places.mdmLog}, events 48, 49, 60, 61, 64, 65, 67, 700`,
      `${places.enrollments}: it is gone afterwards`,
    ],
    evidence: [
      ['specified', `${texts.devices2017}; ${texts.disconnecting}; ${texts.diagnose} (keys left behind)`],
      ['seen', 'Windows 11 25H2, build 26200.9278: alert 1226 of a user (deploymenttheory/go-microsoft-dm)'],
      ['reported', 'fleetdm/fleet issues 29042 and 33985: 0x8018000A after an old enrollment'],
    ],
    codes: [0x8018000a, 0x8018000b],
    requirements: ['SYN-21', 'SYN-22', 'SYN-26', 'DEV-14'],
  },
  {
    name: 'diagnostic-logs',
    spellings: [
      ...['logs', 'diagnostics', 'collecting diagnostic logs', 'MDM logs', 'mdmdiagnosticstool', 'MDMDiagReport'],
      ...[
        'export your management logs',
        'export management log files',
        'event log',
        'Create report',
        'diagnostic report',
      ],
    ],
    title: 'How to get from the device what it says of an enrollment',
    says: [
      'Settings exports the logs by "Export your management log files"; from Windows 10 1709 on, the Info page makes a report.',
      'An administrator gets more by mdmdiagnosticstool.exe -area "DeviceEnrollment;DeviceProvisioning;Autopilot" -zip report.zip.',
      'The Admin log holds the steps of an enrollment: event 52 has the text of a fault, event 17 the cause in RAWResult, 71 and 72 the end.',
      'There is no event of discovery: an enrollment that fails there shows events 55, 71 or 76 only.',
      'The report names the enrollments, the server and the certificates, and holds no events.',
      'The files name users, devices and tenants. Take care to whom you give them.',
    ],
    server:
      'Write the TraceId of each fault into your own log, so that event 52 and your log can be laid beside each other',
    look: [
      `${places.workPage} > Export your management log files, or > Info > Create report`,
      String.raw`C:\Users\Public\Documents\MDMDiagnostics`,
      `${places.mdmLog}; more in its Debug channel`,
    ],
    evidence: [
      ['specified', `${texts.devices2017}; ${texts.collectLogs}`],
      ['seen', texts.messageFiles],
      ['not known', 'what the report holds on Windows 11 25H2'],
    ],
    codes: [],
    requirements: ['FLT-14', 'DEV-15'],
  },
];
