import { decodeBase64 } from '../../../harness/engine/evidence/base64.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { tokensIn } from './responses.ts';

/** Whether an answer enrolls the device, whatever was asked for: it carries a provisioning document. */
export function givesCertificate({ state, payload }: Evidence): boolean {
  if (state !== 'success') return false;
  return tokensIn(payload).some(({ text }) => decodeBase64(text)?.includes('wap-provisioningdoc') === true);
}
