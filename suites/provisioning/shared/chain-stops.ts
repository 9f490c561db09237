import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { ProvisionedCertificate } from '../../../harness/engine/evidence/provisioning.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';
import { validatePath, type PathFinding } from '../../../harness/protocol/pki/path/validate.ts';

const clockToleranceMs = 5 * 60_000;

/**
 * The errors for which a device refuses the path of the client certificate in an answer, through the delivered
 * certificates to a delivered or already trusted root. Throws `UnusableEvidence` if the only problem is a signature
 * that cannot be checked here.
 */
export function chainStops(
  { provisioning: { client }, deviceTrust, now }: Evidence,
  delivered: readonly ProvisionedCertificate[],
): readonly PathFinding[] {
  const others = delivered.filter((one) => one !== client);
  const roots = others.filter(({ store }) => store === 'Root');
  const { findings } = validatePath(client.certificate, {
    anchors: [...roots.map(({ certificate }) => certificate), ...deviceTrust],
    intermediates: others.filter(({ store }) => store !== 'Root').map(({ certificate }) => certificate),
    at: now,
    toleranceMs: clockToleranceMs,
    purpose: 'client',
  });
  const stops = findings.filter(({ stopsDevice }) => stopsDevice);
  const unchecked = findings.find(({ rule }) => rule === 'unchecked-signature');
  if (unchecked && stops.length === 0) throw new UnusableEvidence(unchecked.message);
  return stops;
}
