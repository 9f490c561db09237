import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { ProvisionedCertificate } from '../../../harness/engine/evidence/provisioning.ts';

/** The roots and intermediates that a document delivers. */
export function authoritiesOf({ certificates }: Evidence['provisioning']): readonly ProvisionedCertificate[] {
  return certificates.filter(({ store }) => store !== 'My');
}

/** Applies a check on them where there is any. */
export const whenAuthoritiesAreDelivered = {
  when: 'the document delivers a root or an intermediate',
  test: ({ provisioning }: Evidence): boolean => authoritiesOf(provisioning).length > 0,
} as const;
