import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Provisioning } from '../../../harness/engine/evidence/provisioning.ts';

/** Each certificate of a document, the first or a renewed one, that stands under something else than its SHA-1. */
export function* thumbprintFinding({ certificates }: Provisioning): Iterable<Seen> {
  for (const { node, thumbprint: actual, certificate } of certificates) {
    if (actual.toUpperCase() !== certificate.sha1) {
      yield { message: `The certificate stands under "${actual}"`, at: node, expected: certificate.sha1, actual };
    }
  }
}
