/** The sources that the tables of codes name, in words that a reader can look up. */
export const evidence = {
  mdmHeader: 'Windows SDK header mdmregistration.h',
  mdmMetadata: 'Win32 metadata of the Windows SDK: MDM registration constants',
  enrollmentCodes: 'Microsoft Learn: MDM enrollment error codes',
  intuneEnrollment: 'Microsoft support: Troubleshoot Windows enrollment errors in Intune',
  coManagement: 'Microsoft support: Troubleshoot automatic enrollment in co-management',
  coManagementMonitor: 'Microsoft Learn: Monitor co-management in Configuration Manager',
  hybridJoin: 'Microsoft Learn: Troubleshoot hybrid joined devices',
  helloErrors: 'Microsoft Learn: Windows Hello errors during PIN creation',
  autopilotIssues: 'Microsoft Learn: Windows Autopilot known issues',
  diagnoseEnrollment: 'Microsoft Learn: Diagnose MDM enrollment failures',
  declaredConfiguration: 'Microsoft Learn: Windows declared configuration protocol',
  winerror: 'Windows header winerror.h (mingw-w64 10.0.0)',
  winhttp: 'Windows header winhttp.h (mingw-w64 10.0.0)',
  wininet: 'Windows header wininet.h (mingw-w64 10.0.0)',
  httpHeader: 'Public headers and bindings that carry HTTP_E_STATUS_ and WEB_E_',
  cspHeader: 'Windows header cfgmgr2err.h',
  intuneTexts: 'SettingStatusErrors.json of pl4nty/intune-change-tracking',
  messageFiles: 'Message files of Windows builds 10586, 14393 and 22000 (libyal/winevt-kb)',
  reports: 'Public bug reports',
  selfHosted: 'Notes of one self-hosted server on one Windows 10 machine (weak)',
  told: 'Told in public, not seen in a document (weak)',
  unread: 'From memory, not checked against a source (weak)',
  inferred: 'Inferred, not stated by a source',
} as const;

/** A public issue of a project, such as `issue('fleetdm/fleet', 34993)`. */
export function issue(repository: string, number: number): string {
  return `${repository} issue ${number}`;
}
