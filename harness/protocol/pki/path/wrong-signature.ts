import { nameOf, toFinding, type PathFinding, type Seat } from './finding.ts';
import { ecdsaValueDefect } from '../read/ecdsa-value.ts';
import { isKnownAlgorithm } from '../read/signature.ts';

const field = 'signatureValue';

/** Why the key of `issuer` does not verify the signature of a certificate: it cannot be checked, it cannot be read, or it is another's. */
export function wrongSignature(child: Seat, { certificate: issuer }: Seat): PathFinding {
  const { certificate } = child;
  const ofChild = `The signature of ${nameOf(certificate)}`;
  const { keyObject } = issuer.publicKey;
  if (!isKnownAlgorithm(certificate.signature) || !keyObject) {
    const message = `${ofChild} cannot be checked here: its algorithm is ${certificate.signature.name}, by a key of ${nameOf(issuer)}`;
    return toFinding({ rule: 'unchecked-signature', field, message }, child);
  }
  const defect = ecdsaValueDefect(certificate, issuer.publicKey);
  const message =
    defect === undefined
      ? `${ofChild} is not by ${nameOf(issuer)}`
      : `${ofChild} cannot be read: the signature value ${defect}`;
  return toFinding({ rule: 'signature', field, message }, child);
}
