import { DerError } from '../der/der.ts';
import type { Certificate } from '../read/certificate.ts';
import { extensionOids as oids } from '../read/extension-oids.ts';
import { readInformationAccess } from '../read/information-access.ts';
import { shortestStrongKey } from '../read/key-strength.ts';
import { extensionField } from '../read/oddities.ts';
import { nameOf, toFinding, type Observation, type PathFinding, type Seat } from './finding.ts';
import { isAbsoluteUri } from './name-syntax.ts';
import type { Purpose } from './purpose.ts';

/** What is worth knowing of a path although no rule of validation forbids it. Every finding is a warning. */
export function adviceOn(seats: readonly Seat[], purpose: Purpose | undefined): readonly PathFinding[] {
  return seats.flatMap((seat) => [...adviceIn(seat, purpose)].map((observation) => toFinding(observation, seat)));
}

function* adviceIn({ certificate, depth }: Seat, purpose: Purpose | undefined): Iterable<Observation> {
  if (purpose === undefined && depth === 0) yield purposeNotJudged(certificate);
  yield* keyStrength(certificate);
  yield* informationAccess(certificate);
}

function purposeNotJudged(certificate: Certificate): Observation {
  const uses = certificate.extendedKeyUsages?.join(', ');
  const what =
    uses === undefined ? 'it has no extended key usage that can be read' : `its extended key usages are ${uses}`;
  const message = `No purpose was judged: nobody asked for one, and ${nameOf(certificate)} does not tell, because ${what}`;
  return { rule: 'purpose-not-judged', field: extensionField('extendedKeyUsage'), message };
}

function* keyStrength(certificate: Certificate): Iterable<Observation> {
  const { algorithm, bits } = certificate.publicKey;
  const shortest = shortestStrongKey(certificate.publicKey);
  if (shortest === undefined || (bits !== undefined && bits >= shortest)) return;
  const what = { rsa: 'an RSA key', ec: 'a key on a curve', other: 'a key' }[algorithm];
  yield {
    rule: 'key-strength',
    field: 'tbsCertificate.subjectPublicKeyInfo',
    message:
      bits === undefined
        ? `${nameOf(certificate)} has a key whose length cannot be told`
        : `${nameOf(certificate)} has ${what} of ${bits} bits; 112 bits of security need ${shortest}`,
  };
}

const accesses = [
  { oid: oids.authorityInfoAccess, name: 'authorityInfoAccess' },
  { oid: oids.subjectInfoAccess, name: 'subjectInfoAccess' },
] as const;

function* informationAccess(certificate: Certificate): Iterable<Observation> {
  for (const { oid, name } of accesses) {
    const extension = certificate.extensions.find((one) => one.oid === oid);
    const why = extension && accessDefect(extension.value, name);
    if (why === undefined) continue;
    const message = `${nameOf(certificate)} has an extension ${name} that cannot be read: ${why}`;
    yield { rule: 'information-access-value', field: extensionField(name), message };
  }
}

function accessDefect(value: Uint8Array, name: string): string | undefined {
  try {
    const odd = readInformationAccess(value, name).find((one) => one.type === 'uri' && !isAbsoluteUri(one.value));
    return odd && `its location "${odd.value}" is no absolute URI`;
  } catch (error) {
    if (error instanceof DerError) return error.message;
    throw error;
  }
}
