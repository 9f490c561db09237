import { decodeBase64 } from '../../engine/evidence/base64.ts';
import {
  readCertificateRequest,
  UnreadableCertificateRequest,
  type CertificateRequest,
} from '../../protocol/pki/read/certificate-request.ts';
import type { XmlNode, XmlTree } from '../../protocol/xml/tree.ts';
import { requestTypes } from './protocol.ts';
import { Refusal } from './refusal.ts';
import { bodyElement, requiredText } from './soap-request.ts';

/** What the AdditionalContext says about the device (MS-MDE2 3.4.4.1.1.1.1). */
export interface DeviceContext {
  /** `System` for an EnrollmentType Device, `User` for any other. */
  readonly store: 'User' | 'System';
  readonly deviceId?: string;
  readonly deviceName?: string;
  readonly hardwareId?: string;
}

const contextItems = '/s:Envelope/s:Body/wst:RequestSecurityToken/ac:AdditionalContext/ac:ContextItem';

/** Hashes whose signature no longer proves that the device holds the key. */
const brokenHashes = new Set(['md2', 'md4', 'md5']);

/** Refuses a RequestSecurityToken with another RequestType (MS-WSTEP 3.1.4.1.2.7). */
export function checkRequestType(tree: XmlTree, wanted: keyof typeof requestTypes): void {
  const requestType = requiredText(bodyElement(tree, 'wst:RequestSecurityToken'), 'wst:RequestType');
  if (requestType.toLowerCase() !== requestTypes[wanted].toLowerCase()) {
    throw new Refusal('MessageFormat', 'This server knows no other RequestType than Issue and Renew.');
  }
}

/** Whether a RequestSecurityToken asks to replace a certificate, in any way. */
export function isAboutRenewal(tree: XmlTree): boolean {
  return /\/(Renew|Recovery)$/i.test(
    tree.text('/s:Envelope/s:Body/wst:RequestSecurityToken/wst:RequestType')?.trim() ?? '',
  );
}

/** The one token of a RequestSecurityToken. */
export function onlyToken(tree: XmlTree): XmlNode {
  const [token, ...others] = bodyElement(tree, 'wst:RequestSecurityToken').all('wsse:BinarySecurityToken');
  if (token !== undefined && others.length === 0) return token;
  throw new Refusal('MessageFormat', 'The request needs exactly one certificate request.');
}

/** The PKCS#10 request inside the RequestSecurityToken; white space in its base64 is free. */
export function readSigningRequest(tree: XmlTree): CertificateRequest {
  const der = decodeBase64(onlyToken(tree).text);
  if (der === undefined) throw new Refusal('CertificateRequest', 'The certificate request is not base64.');
  try {
    return readCertificateRequest(der);
  } catch (error) {
    if (!(error instanceof UnreadableCertificateRequest)) throw error;
    throw new Refusal('CertificateRequest', 'The certificate request cannot be read as PKCS#10.');
  }
}

/** Refuses a request that the policy does not allow, or that does not prove possession of its key. */
export function checkSigningRequest({ publicKey, signature, signatureValid }: CertificateRequest): void {
  if (publicKey.algorithm !== 'rsa') throw new Refusal('CertificateRequest', 'The key of the request is not RSA.');
  if ((publicKey.bits ?? 0) < 2048) throw new Refusal('CertificateRequest', 'The key is shorter than 2048 bits.');
  if (signature.hash === undefined || brokenHashes.has(signature.hash)) {
    throw new Refusal('CertificateRequest', 'The request is not signed with an accepted hash.');
  }
  if (!signatureValid) throw new Refusal('CertificateRequest', 'The signature of the certificate request is wrong.');
}

/** Reads the items that this server uses; it ignores all others, and those that are missing. */
export function readDeviceContext(tree: XmlTree): DeviceContext {
  const items = tree.all(contextItems);
  const deviceId = item(items, 'DeviceID');
  const deviceName = item(items, 'DeviceName');
  const hardwareId = item(items, 'HWDevID');
  return {
    store: item(items, 'EnrollmentType') === 'Device' ? 'System' : 'User',
    ...(deviceId === undefined ? {} : { deviceId }),
    ...(deviceName === undefined ? {} : { deviceName }),
    ...(hardwareId === undefined ? {} : { hardwareId }),
  };
}

/** The ContextItem EnrollmentData, which gives back what the terms of use gave; undefined if there is none. */
export function readEnrollmentData(tree: XmlTree): string | undefined {
  return item(tree.all(contextItems), 'EnrollmentData');
}

function item(items: readonly XmlNode[], name: string): string | undefined {
  const found = items.find((candidate) => candidate.attribute('Name')?.trim() === name);
  const value = found?.find('ac:Value')?.text.trim();
  return value === '' ? undefined : value;
}
