import { createHash, verify } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { XmlNode, XmlTree } from '../xml/tree.ts';
import { algorithms } from './algorithms.ts';
import { canonicalForm, withoutElement } from './canonical.ts';

/** What a signature says that it covers. */
export interface SignedReference {
  /** Empty: the whole document. Undefined: the reference does not say it. */
  readonly uri: string | undefined;
  readonly transforms: readonly string[];
  readonly digestMethod: string | undefined;
  readonly digest: Uint8Array;
}

/** A Signature element, read and not verified. */
export interface XmlSignature {
  readonly element: XmlNode;
  readonly canonicalization: string | undefined;
  readonly method: string | undefined;
  readonly references: readonly SignedReference[];
  readonly value: Uint8Array;
  /** Where KeyInfo refers to: the URI of its one SecurityTokenReference. */
  readonly keyUri: string | undefined;
}

/** Reads a Signature element (XML Signature 4). What is missing is undefined or empty. */
export function readSignature(element: XmlNode): XmlSignature {
  const algorithm = (path: string): string | undefined => element.find(path)?.attribute('Algorithm');
  return {
    element,
    canonicalization: algorithm('ds:SignedInfo/ds:CanonicalizationMethod'),
    method: algorithm('ds:SignedInfo/ds:SignatureMethod'),
    references: element.all('ds:SignedInfo/ds:Reference').map((reference) => ({
      uri: reference.attribute('URI'),
      transforms: reference
        .all('ds:Transforms/ds:Transform')
        .map((transform) => transform.attribute('Algorithm') ?? ''),
      digestMethod: reference.find('ds:DigestMethod')?.attribute('Algorithm'),
      digest: Buffer.from(reference.textAt('ds:DigestValue') ?? '', 'base64'),
    })),
    value: Buffer.from(element.textAt('ds:SignatureValue') ?? '', 'base64'),
    keyUri: element.find('ds:KeyInfo/wsse:SecurityTokenReference/wsse:Reference')?.attribute('URI'),
  };
}

const hashes: Readonly<Record<string, string>> = {
  [algorithms.rsaSha256]: 'sha256',
  [algorithms.rsaSha1]: 'sha1',
};

/** Whether this key made the signature over SignedInfo, whatever that covers. False for an algorithm that nobody here knows. */
export function isSignedBy(tree: XmlTree, { element, method = '', value }: XmlSignature, key: KeyObject): boolean {
  const hash = hashes[method];
  const info = element.find('ds:SignedInfo');
  if (hash === undefined || info === undefined) return false;
  return verify(hash, Buffer.from(canonicalForm(tree, 'exclusive', info)), key, value);
}

/**
 * Whether the digest of a reference is that of what it covers: the document without the signature, or one `element` of it. Only SHA-256,
 * and the transforms of either reading; false for any other.
 */
export function hasDigest(
  tree: XmlTree,
  { element: signature }: XmlSignature,
  { transforms, digestMethod, digest }: SignedReference,
  covered?: XmlNode,
): boolean {
  const known: readonly string[] = [algorithms.enveloped, algorithms.exclusive, algorithms.inclusive];
  if (digestMethod !== algorithms.sha256 || !transforms.every((transform) => known.includes(transform))) return false;
  const mode = transforms.includes(algorithms.exclusive) ? 'exclusive' : 'inclusive';
  if (!transforms.includes(algorithms.enveloped)) return isHashOf(canonicalForm(tree, mode, covered), digest);
  using rest = withoutElement(tree, signature);
  return isHashOf(canonicalForm(rest, mode, covered), digest);
}

function isHashOf(text: string, digest: Uint8Array): boolean {
  return createHash('sha256').update(text, 'utf8').digest().equals(digest);
}
