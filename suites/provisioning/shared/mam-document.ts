import type { Provisioning } from '../../../harness/engine/evidence/provisioning.ts';

/**
 * Whether a document is that of a MAM enrollment, which has neither certificates nor credentials (MS-MDE2 2.2.9.1,
 * third example). It is exempt from the rules about both.
 */
export function isMamDocument({ tree }: Provisioning): boolean {
  return tree.find('//characteristic[@type="CertificateStore" or @type="APPAUTH"]') === undefined;
}
