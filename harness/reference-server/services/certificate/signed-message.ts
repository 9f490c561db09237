import type { SignatureBehaviour, SignatureCondition } from '../../../engine/rule/signature-behaviour.ts';
import type { Certificate } from '../../../protocol/pki/read/certificate.ts';
import { algorithms, transformsOf } from '../../../protocol/xml-signature/algorithms.ts';
import type { DigestReading } from '../../../protocol/xml-signature/algorithms.ts';
import { hasDigest, isSignedBy, readSignature } from '../../../protocol/xml-signature/read-signature.ts';
import type { SignedReference, XmlSignature } from '../../../protocol/xml-signature/read-signature.ts';
import { namespaces } from '../../../protocol/xml/namespaces.ts';
import type { XmlNode, XmlTree } from '../../../protocol/xml/tree.ts';
import { Refusal } from '../refusal.ts';
import { publicKeyOf, type ShownCertificate } from './shown-certificate.ts';

/** Whether a departure leaves a check out. */
export type Skips = (...conditions: readonly SignatureCondition[]) => boolean;

/**
 * Checks that the key of the certificate signed the whole message, as MS-MDE2 3.3.4.1.1.1.2 says. Throws `Refusal` with InvalidSecurity
 * for a signature of another form, and with Authentication for one that does not verify.
 */
export function checkSignature(
  tree: XmlTree,
  security: XmlNode,
  shown: readonly ShownCertificate[],
  { signatureReads }: SignatureBehaviour,
  skips: Skips,
): void {
  const [element, ...others] = security.all('ds:Signature');
  if (element === undefined && skips('presence')) return;
  if (element === undefined || others.length > 0) throw wrongForm('needs exactly one signature');
  const signature = readSignature(element);
  checkForm(signature, skips);
  const certificate = signerOf(signature, shown, skips);
  const [reference, ...more] = signature.references;
  if (reference === undefined || more.length > 0) throw wrongForm('has a signature of other than one reference');
  const covered = coveredBy(tree, reference, skips);
  if (covered === undefined) checkTransforms(reference, signatureReads);
  if (!skips('digest') && !hasDigest(tree, signature, reference, covered)) {
    throw new Refusal('Authentication', 'The message is not the one that was signed: its digest differs.');
  }
  if (!skips('value') && !isSignedBy(tree, signature, publicKeyOf(certificate))) {
    throw new Refusal('Authentication', 'The key of the certificate did not make the signature.');
  }
}

function checkForm({ canonicalization, method }: XmlSignature, skips: Skips): void {
  if (canonicalization !== algorithms.exclusive) {
    throw wrongForm('has a signature of another canonical form than the exclusive one');
  }
  const isBroken = method === algorithms.rsaSha1 && skips('algorithm');
  if (method !== algorithms.rsaSha256 && !isBroken)
    throw wrongForm('has a signature of another method than rsa-sha256');
}

/** The certificate that KeyInfo refers to, which has to be the only one. */
function signerOf({ keyUri }: XmlSignature, shown: readonly ShownCertificate[], skips: Skips): Certificate {
  const [first] = shown;
  const named = shown.find(({ id }) => id !== undefined && keyUri === `#${id}`);
  if (named === undefined) throw wrongForm('has a signature whose KeyInfo refers to no certificate');
  if (named !== first && !skips('key-reference')) {
    throw wrongForm('has a signature whose KeyInfo refers to another certificate');
  }
  return named.certificate;
}

/** The one element that a reference covers; undefined for the whole message, which a good server demands. */
function coveredBy(tree: XmlTree, { uri }: SignedReference, skips: Skips): XmlNode | undefined {
  if (uri === '') return undefined;
  const covered = uri?.startsWith('#') === true ? elementWithId(tree, uri.slice(1)) : undefined;
  const isBody = covered?.name === 'Body' && covered.namespace === namespaces.s;
  if (covered && (skips('coverage') || (isBody && skips('place')))) return covered;
  throw wrongForm('has a signature that does not cover the whole message');
}

function elementWithId(tree: XmlTree, id: string): XmlNode | undefined {
  return tree.all('//*[@u:Id]').find((element) => element.attribute('Id', namespaces.u) === id);
}

function checkTransforms({ transforms }: SignedReference, reads: SignatureBehaviour['signatureReads']): void {
  const readings: readonly DigestReading[] =
    reads === 'both' ? ['inclusive', 'exclusive'] : [reads === 'exclusive' ? 'exclusive' : 'inclusive'];
  if (readings.some((reading) => transformsOf[reading].join() === transforms.join())) return;
  throw wrongForm('has a signature with other transforms than enveloped-signature');
}

function wrongForm(what: string): Refusal {
  return new Refusal('InvalidSecurity', `The security header ${what}.`);
}
