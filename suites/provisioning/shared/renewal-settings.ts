import type { XmlNode, XmlTree } from '../../../harness/xml/tree.ts';
import { integerOf } from './parms.ts';

/** The CertificateStore/My/WSTEP/Renew characteristic, which a server sends if it renews certificates (MS-MDE2 2.2.9.2). */
export function renewalSettings({ tree }: { readonly tree: XmlTree }): XmlNode | undefined {
  return tree.find(
    '/wap-provisioningdoc/characteristic[@type="CertificateStore"]/characteristic[@type="My"]/characteristic[@type="WSTEP"]/characteristic[@type="Renew"]',
  );
}

/** A number of days in these settings; `undefined` where it is absent or no integer. */
export function renewalDays(
  settings: XmlNode | undefined,
  name: 'RenewPeriod' | 'RetryInterval',
): { readonly days: number; readonly parm: XmlNode } | undefined {
  const parm = settings?.find(`parm[@name="${name}"]`);
  const days = parm && integerOf(parm);
  return parm && days !== undefined ? { days, parm } : undefined;
}
