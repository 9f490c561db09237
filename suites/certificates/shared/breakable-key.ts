import type { PublicKey } from '../../../harness/protocol/pki/read/public-key.ts';

/** What NIST SP 800-57 Part 1 section 5.6.1 lists for 80 bits of security, the least that it lists: below it, keys are broken in practice. */
export function isBreakable({ algorithm, bits }: PublicKey): boolean {
  return bits !== undefined && bits < (algorithm === 'ec' ? 160 : 1024);
}
