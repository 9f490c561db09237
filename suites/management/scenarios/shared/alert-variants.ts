import type { ManageStep } from '../../../../harness/device/client/steps.ts';
import type { Item, Meta } from '../../../../harness/protocol/syncml/message.ts';

const alert = (item: Item): Partial<ManageStep> => ({ alerts: [{ name: 'Alert', code: '1224', items: [item] }] });
const typed = (meta: Meta, data = '1'): Partial<ManageStep> => alert({ meta, data });

/** Alerts beside the usual ones of package 1 (MS-MDM 2.2.7.2, 3.2.5.1.5). */
export const alertVariants: Readonly<Record<string, Partial<ManageStep>>> = {
  'an alert of unknown Type': typed({ Type: 'com.contoso/unknown' }),
  'an alert without Meta': alert({ data: '1' }),
  'the children of Meta in another order': typed({ Type: 'com.contoso/unknown', Format: 'int', Mark: 'informational' }),
  'the type of the session': typed({ Type: 'com.microsoft.mdm.synctype' }, 'device'),
  'a device that is prepared': typed({ Type: 'com.microsoft/MDM/DevicePrepSync' }, 'Bootstrapping'),
  'nobody of this organisation is logged in': { login: 'others' },
};
