import type { Seen } from '../../../harness/engine/rule/check.ts';
import { isReadableCertificate } from './readable-certificate.ts';

/**
 * What a device makes of an EncodedCertificate that is not one line of base64, as part of a finding. Empty where more is wrong than white
 * space: then what the check says of all its findings holds.
 */
export function encodedImpact(text: string): Pick<Seen, 'impact'> {
  if (!/\s/.test(text) || !isReadableCertificate(text.replaceAll(/\s/g, ''))) return {};
  return { impact: { kind: 'unknown', says: 'whether the device decodes base64 with white space inside' } };
}
