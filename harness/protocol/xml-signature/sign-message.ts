import type { KeyObject } from 'node:crypto';
import { SignedXml } from 'xml-crypto';
import { escapeAttribute } from '../xml/escape.ts';
import { namespaces } from '../xml/namespaces.ts';
import { algorithms, transformsOf, x509 } from './algorithms.ts';
import type { DigestReading } from './algorithms.ts';

/** How a message is signed; what is left out is as MS-MDE2 3.3.4.1.1.1.2 says. */
export interface SignatureForm {
  /** Default: `inclusive`. */
  readonly reading?: DigestReading;
  /** XPath of the one element, with a `u:Id`, that is signed in place of the whole message. */
  readonly only?: string;
  /** Default: rsa-sha256. */
  readonly method?: string;
}

/** What signs, and what names it. */
export interface Signer {
  /** An RSA key. */
  readonly key: KeyObject;
  /** `u:Id` of the BinarySecurityToken that holds the certificate. */
  readonly certificateId: string;
}

/** A message without a Security header to put the signature into, or without the element to sign: an internal error. */
export class UnsignableMessage extends Error {
  override readonly name = 'UnsignableMessage';
}

/**
 * Adds the signature at the end of the first Security header. Every other character of the message stays what it is; whoever changes one
 * afterwards breaks the signature. Throws `UnsignableMessage`.
 */
export function signMessage(message: string, { key, certificateId }: Signer, form: SignatureForm = {}): string {
  const { reading = 'inclusive', only, method = algorithms.rsaSha256 } = form;
  const end = /<\/(?:[\w.-]+:)?Security\s*>/.exec(message);
  if (!end) throw new UnsignableMessage('the message has no Security header to sign in');
  const signed = new SignedXml({
    privateKey: key,
    idMode: 'wssecurity',
    signatureAlgorithm: method,
    canonicalizationAlgorithm: algorithms.exclusive,
    getKeyInfoContent: () => keyInfo(certificateId),
  });
  signed.addReference({
    xpath: only ?? '/*',
    isEmptyUri: only === undefined,
    transforms: [...(only === undefined ? transformsOf[reading] : [algorithms.exclusive])],
    digestAlgorithm: algorithms.sha256,
  });
  try {
    signed.computeSignature(message, { location: { reference: security, action: 'append' } });
  } catch (error) {
    throw new UnsignableMessage('the message cannot be signed', { cause: error });
  }
  return `${message.slice(0, end.index)}${signed.getSignatureXml()}${message.slice(end.index)}`;
}

const security = `(//*[local-name()='Security' and namespace-uri()='${namespaces.wsse}'])[1]`;

function keyInfo(certificateId: string): string {
  const reference = `<wsse:Reference URI="#${escapeAttribute(certificateId)}" ValueType="${x509.reference}"/>`;
  return `<wsse:SecurityTokenReference xmlns:wsse="${namespaces.wsse}">${reference}</wsse:SecurityTokenReference>`;
}
