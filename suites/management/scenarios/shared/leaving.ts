import type { Unnumbered } from '../../../../harness/device/management/unnumbered.ts';

/** Windows 11 26200 writes the children of Meta in this order (go-microsoft-dm, captures). */
export const leaving: Unnumbered = {
  name: 'Alert',
  code: '1226',
  items: [{ meta: { Type: 'com.microsoft:mdm.unenrollment.userrequest', Format: 'int', Mark: 'critical' }, data: '1' }],
};
