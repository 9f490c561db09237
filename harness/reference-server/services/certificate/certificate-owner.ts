import type { SignatureBehaviour } from '../../../engine/rule/signature-behaviour.ts';
import { validatePath } from '../../../protocol/pki/path/validate.ts';
import type { Certificate } from '../../../protocol/pki/read/certificate.ts';
import type { XmlNode, XmlTree } from '../../../protocol/xml/tree.ts';
import { Refusal } from '../refusal.ts';
import { names, type User } from '../user.ts';
import { checkLifetime } from './message-lifetime.ts';
import { shownCertificates } from './shown-certificate.ts';
import { checkSignature, type Skips } from './signed-message.ts';

/** What decides whether a certificate is that of a user. */
export interface CertificateDesk {
  readonly users: readonly [User, ...User[]];
  /** Whoever they certify may enroll. */
  readonly userRoots: readonly Certificate[];
  readonly behaviour: SignatureBehaviour;
  readonly now: () => Date;
}

/**
 * The user whose certificate signed the message (MS-MDE2 3.3.4.1.1.1.2, 3.4.4.1.1.1.2): the one whom its subject names, or else the first,
 * to whom the certificates of provisioning packages belong. Throws `Refusal` with InvalidSecurity or Authentication.
 */
export function ownerOfCertificate(tree: XmlTree, security: XmlNode, desk: CertificateDesk): User {
  const { behaviour, users } = desk;
  const skips: Skips = (...conditions) =>
    behaviour.signatureSkips !== undefined && [...conditions, 'everything'].includes(behaviour.signatureSkips);
  const shown = shownCertificates(security);
  const [first, ...others] = shown;
  if (first === undefined) throw new Refusal('InvalidSecurity', 'The security header has no certificate.');
  const { certificate } = first;
  const owner = users.find(({ email }) => valuesIn(certificate).some((value) => names(value, email))) ?? users[0];
  try {
    if (others.length > 0 && !skips('key-reference')) {
      throw new Refusal('InvalidSecurity', 'The security header has more than one certificate.');
    }
    checkLifetime(security, desk.now(), skips);
    if (!skips()) checkSignature(tree, security, shown, behaviour, skips);
    if (!skips('issuer')) checkIssuer(certificate, desk);
  } catch (error) {
    const { signatureRefusedWith: subcode } = behaviour;
    if (!(error instanceof Refusal) || subcode === undefined) throw error;
    throw new Refusal(subcode, error.message);
  }
  return owner;
}

function checkIssuer(certificate: Certificate, { now, userRoots }: CertificateDesk): void {
  const { findings, valid } = validatePath(certificate, { anchors: userRoots, at: now() });
  if (valid) return;
  const [finding] = findings.filter(({ level }) => level === 'error');
  throw new Refusal('Authentication', `The certificate is not trusted. ${finding?.message ?? ''}.`);
}

function valuesIn({ subject }: Certificate): readonly string[] {
  return subject.rdns.flat().map(({ value }) => value);
}
