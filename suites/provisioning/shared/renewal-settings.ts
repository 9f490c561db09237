import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { integerOf, valueOf } from './parms.ts';

export { renewalSettings } from '../../../harness/engine/evidence/renewal-offer.ts';

/** In days, the range of RenewPeriod and RetryInterval (MS-MDE2 2.2.9.2). */
const range = { from: 1, to: 1000 } as const;

/** Whether the device takes the parm as a number of days. */
export function isRenewalNumber(parm: XmlNode): boolean {
  const days = integerOf(parm);
  return days !== undefined && days >= range.from && days <= range.to;
}

/** A number of days in these settings; `undefined` where it is absent or the device does not take it. */
export function renewalDays(
  settings: XmlNode | undefined,
  name: 'RenewPeriod' | 'RetryInterval',
): { readonly days: number; readonly parm: XmlNode } | undefined {
  const parm = settings?.find(`parm[@name="${name}"]`);
  return parm && isRenewalNumber(parm) ? { days: Number(valueOf(parm)), parm } : undefined;
}
