import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { ProvisionedCertificate } from '../../../harness/engine/evidence/provisioning.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';
import { isSelfSigned } from '../../../harness/protocol/pki/read/chain-link.ts';
import { validatePath, type PathFinding } from '../../../harness/protocol/pki/path/validate.ts';

const clockToleranceMs = 5 * 60_000;

/**
 * The errors for which a device refuses the path of the client certificate in an answer, through the delivered
 * certificates to a delivered or already trusted root. Throws `UnusableEvidence` if the only problem is a signature
 * that cannot be checked here, or a root that the document leaves to what the device trusts while nobody said what that is.
 */
export function chainStops(
  { provisioning: { client }, deviceTrust, now }: Evidence,
  delivered: readonly ProvisionedCertificate[],
): readonly PathFinding[] {
  const given = delivered.filter((one) => one !== client);
  const roots = given.filter(({ store }) => store === 'Root');
  const { findings, path } = validatePath(client.certificate, {
    anchors: [...roots.map(({ certificate }) => certificate), ...deviceTrust],
    intermediates: given.filter(({ store }) => store !== 'Root').map(({ certificate }) => certificate),
    at: now,
    toleranceMs: clockToleranceMs,
    purpose: 'client',
  });
  const stops = findings.filter(({ stopsDevice }) => stopsDevice);
  const unchecked = findings.find(({ rule }) => rule === 'unchecked-signature');
  if (unchecked && stops.length === 0) throw new UnusableEvidence(unchecked.message);
  const [stop, ...others] = stops;
  const isOpen = stop?.rule === 'trust-anchor' && others.length === 0 && !path.slice(-1).some(isSelfSigned);
  if (isOpen && deviceTrust.length === 0 && !delivered.some(deliversRoot)) {
    throw new UnusableEvidence(
      `${stop.message}, and nobody said which roots the device trusts: name them with --device-trust`,
    );
  }
  return stops;
}

/** A document that delivers a root of its own in CertificateStore does not leave the root to the device (PROV-06). */
function deliversRoot({ store, location }: ProvisionedCertificate): boolean {
  return store === 'Root' && location !== '';
}
