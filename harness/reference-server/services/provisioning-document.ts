import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { writeXml } from '../../protocol/xml/write.ts';
import type { IssuedAccount } from './issued-certificates.ts';
import { characteristic, characteristicXml, parm, type Characteristic } from './characteristic.ts';
import type { Lifetime } from './protocol.ts';

/** Everything that the provisioning document of one device is made of. */
export interface Provisioning {
  readonly root: Certificate;
  readonly intermediate: Certificate;
  readonly leaf: Certificate;
  readonly store: 'User' | 'System';
  readonly lifetime: Lifetime;
  readonly managementUrl: string;
  readonly deviceId: string;
  readonly deviceName: string;
  readonly email: string;
  readonly client: { readonly secret: string; readonly nonce: Uint8Array };
  readonly account: IssuedAccount;
  /** Whether the device has to sign the messages of its sessions. */
  readonly signsMessages: boolean;
}

/** PROVIDER-ID of the account. */
export const providerId = 'ReferenceMDM';

/** Writes the wap-provisioningdoc of MS-MDE2 2.2.9.1: certificates, the w7 APPLICATION and the DMClient provider. */
export function provisioningDocument(provisioning: Provisioning): Uint8Array {
  return written([certificateStore(provisioning), application(provisioning), dmClient(provisioning)]);
}

/**
 * Writes the document that answers a renewal (MS-MDE2 3.5.4.1.1.2): the new certificate and its account. It does not
 * repeat what the device has from its enrollment.
 */
export function renewalDocument({ leaf, store }: Pick<Provisioning, 'leaf' | 'store'>): Uint8Array {
  const { type, content } = storedCertificate(leaf);
  const certificate = characteristic(type, [...content, characteristic('PrivateKeyContainer', [])]);
  return written([
    characteristic('CertificateStore', [characteristic('My', [characteristic(store, [certificate])])]),
    characteristic('APPLICATION', [parm('PROVIDER-ID', providerId)]),
  ]);
}

function written(parts: readonly Characteristic[]): Uint8Array {
  const document = { 'wap-provisioningdoc': { '@_version': '1.1', characteristic: parts.map(characteristicXml) } };
  return Buffer.from(writeXml(document), 'utf8');
}

/** MS-MDE2 2.2.9.2. */
function certificateStore({ root, intermediate, leaf, store, lifetime }: Provisioning): Characteristic {
  const renew = characteristic('Renew', [
    parm('ROBOSupport', 'true', 'boolean'),
    parm('RenewPeriod', lifetime.renewalDays, 'integer'),
    parm('RetryInterval', lifetime.retryDays, 'integer'),
  ]);
  return characteristic('CertificateStore', [
    characteristic('Root', [characteristic('System', [storedCertificate(root)])]),
    characteristic('CA', [characteristic('System', [storedCertificate(intermediate)])]),
    characteristic('My', [
      characteristic(store, [storedCertificate(leaf), characteristic('PrivateKeyContainer', [])]),
      characteristic('WSTEP', [renew]),
    ]),
  ]);
}

function storedCertificate({ der, sha1 }: Certificate): Characteristic {
  return characteristic(sha1, [parm('EncodedCertificate', Buffer.from(der).toString('base64'))]);
}

/** MS-MDE2 2.2.9.5: names in upper case, one credential for each direction. */
function application({ leaf, store, managementUrl, client, account }: Provisioning): Characteristic {
  return characteristic('APPLICATION', [
    parm('APPID', 'w7'),
    parm('PROVIDER-ID', providerId),
    parm('NAME', 'Reference MDM'),
    parm('ADDR', managementUrl),
    parm('DEFAULTENCODING', 'application/vnd.syncml.dm+xml'),
    parm('CONNRETRYFREQ', 6),
    parm('INITIALBACKOFFTIME', 16_000),
    parm('MAXBACKOFFTIME', 86_400_000),
    parm('PROTOVER', '1.2'),
    parm('BACKCOMPATRETRYDISABLED'),
    parm('SSLCLIENTCERTSEARCHCRITERIA', searchCriteria(leaf, store)),
    characteristic('APPAUTH', [
      parm('AAUTHLEVEL', 'CLIENT'),
      parm('AAUTHTYPE', 'DIGEST'),
      parm('AAUTHSECRET', client.secret),
      parm('AAUTHDATA', Buffer.from(client.nonce).toString('base64')),
    ]),
    characteristic('APPAUTH', [
      parm('AAUTHLEVEL', 'APPSRV'),
      parm('AAUTHTYPE', 'DIGEST'),
      parm('AAUTHNAME', account.name),
      parm('AAUTHSECRET', account.secret),
      parm('AAUTHDATA', Buffer.from(account.nonce).toString('base64')),
    ]),
  ]);
}

/** `encodeURIComponent` keeps exactly the unreserved characters of RFC 2396 section 2.3. */
function searchCriteria({ subject }: Certificate, store: string): string {
  return `Subject=${encodeURIComponent(subject.toString())}&Stores=${encodeURIComponent(`My\\${store}`)}`;
}

/** MS-MDE2 2.2.9.3: minutes; the first two series end, the last goes on without end. */
function dmClient({ deviceId, deviceName, email, signsMessages }: Provisioning): Characteristic {
  const poll = characteristic('Poll', [
    parm('NumberOfFirstRetries', 8, 'integer'),
    parm('IntervalForFirstSetOfRetries', 15, 'integer'),
    parm('NumberOfSecondRetries', 5, 'integer'),
    parm('IntervalForSecondSetOfRetries', 60, 'integer'),
    parm('NumberOfRemainingScheduledRetries', 0, 'integer'),
    parm('IntervalForRemainingScheduledRetries', 1560, 'integer'),
    parm('PollOnLogin', 'true', 'boolean'),
  ]);
  const provider = characteristic(providerId, [
    parm('UPN', email, 'string'),
    parm('EntDeviceName', deviceName, 'string'),
    parm('EntDMID', deviceId, 'string'),
    ...(signsMessages ? [parm('RequireMessageSigning', 'true', 'boolean')] : []),
    poll,
  ]);
  return characteristic('DMClient', [characteristic('Provider', [provider])]);
}
