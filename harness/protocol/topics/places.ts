import { mdmLog } from '../codes/mdm-events.ts';

/** Where on a device people look, in the words of an English Windows. */
export const places = {
  workPage: 'Settings > Accounts > Access work or school',
  mdmLog: `Event Viewer: Microsoft-Windows-${mdmLog}`,
  mdmPolicies: String.raw`HKLM\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\MDM`,
  enrollments: String.raw`HKLM\SOFTWARE\Microsoft\Enrollments\{enrollment id}`,
  tasks: String.raw`Task Scheduler: Microsoft\Windows\EnterpriseMgmt (as an administrator)`,
  joinState: 'dsregcmd /status',
} as const;

/** The texts that topics rest on. */
export const texts = {
  enrollment2017: 'Learn 2017: Mobile device enrollment',
  devices2017: 'Learn 2017: MDM enrollment of Windows devices',
  enrollment2023: 'Microsoft Learn: Mobile device enrollment, edition of 2023',
  groupPolicy: 'Microsoft Learn: Enroll a Windows device automatically using Group Policy',
  diagnose: 'Microsoft Learn: Diagnose MDM enrollment failures',
  disconnecting: 'Microsoft Learn: Disconnecting from the management infrastructure',
  collectLogs: 'Microsoft Learn: Collect MDM logs',
  dmClient: 'Microsoft Learn: DMClient CSP',
  messageFiles: 'builds 10586, 14393 and 22000: the events, in their message files',
} as const;
