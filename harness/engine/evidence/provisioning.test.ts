import { describe, expect, test } from 'vitest';
import { parseXml } from '../../protocol/xml/tree.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { namespaces } from '../../protocol/xml/namespaces.ts';
import { readProvisioning } from './provisioning.ts';
import type { Provisioning } from './provisioning.ts';
import { UnusableEvidence } from './unusable.ts';

const token = (text: string): XmlTree =>
  parseXml(
    `<s:Envelope xmlns:s="${namespaces.s}"><s:Body><RequestSecurityTokenResponseCollection xmlns="${namespaces.wst}">` +
      '<RequestSecurityTokenResponse><RequestedSecurityToken>' +
      `<BinarySecurityToken xmlns="${namespaces.wsse}">${text}</BinarySecurityToken>` +
      '</RequestedSecurityToken></RequestSecurityTokenResponse></RequestSecurityTokenResponseCollection></s:Body></s:Envelope>',
  );
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const document = (inside: string): string => `<wap-provisioningdoc version="1.1">${inside}</wap-provisioningdoc>`;
const thumbprint = 'A'.repeat(40);
const store = (name: string, ...entries: string[]): string =>
  '<characteristic type="CertificateStore">' +
  `<characteristic type="${name}"><characteristic type="System">${entries.join('')}</characteristic></characteristic>` +
  '</characteristic>';
const entry = (value: string): string =>
  `<characteristic type="${thumbprint}"><parm name="EncodedCertificate" value="${value}"/></characteristic>`;

describe('a provisioning document cannot be read', () => {
  test.each([
    ['that is no base64', 'a-b', 'enrollment/provisioning-token'],
    ['that is empty', '', 'enrollment/provisioning-token'],
    ['that is no XML', base64('garbage'), 'provisioning/document'],
    ['that is base64 twice', base64(base64(document(''))), 'provisioning/document'],
    ['that is another document', base64('<syncml/>'), 'provisioning/document'],
  ])('%s', (_, text, blockedBy) => {
    using answer = token(text);
    expect(() => readProvisioning(answer, 0)).toThrow(UnusableEvidence);
    expect(causeOf(() => readProvisioning(answer, 0))).toBe(blockedBy);
  });
});

describe('of a provisioning document', () => {
  test('what is missing is reported by the check that owns it', () => {
    opened(document(''), (read) => {
      expect(causeOf(() => read.client)).toBe('provisioning/client-certificate');
      expect(causeOf(() => read.application)).toBe('provisioning/application');
      expect(read.provider).toBeUndefined();
    });
  });

  test('a certificate that cannot be read is reported when it is asked for', () => {
    opened(document(store('My', entry('*'), entry('AAAA'))), ({ certificates }) => {
      expect(certificates.map(({ thumbprint, store, location }) => [thumbprint, store, location])).toEqual([
        [thumbprint, 'My', 'System'],
        [thumbprint, 'My', 'System'],
      ]);
      for (const item of certificates) {
        expect(causeOf(() => item.certificate)).toBe('provisioning/certificate-encoding');
      }
    });
  });

  test('the account is the application with the APPID w7', () => {
    const application = (id: string) =>
      `<characteristic type="APPLICATION"><parm name="APPID" value="${id}"/></characteristic>`;
    opened(document(application('w4') + application('w7')), (read) => {
      expect(read.application.find('parm/@value')?.text).toBe('w7');
    });
    opened(document(application('w4') + application('w5')), (read) => {
      expect(read.application.find('parm/@value')?.text).toBe('w4');
    });
  });

  test('what RootCATrustedCertificates delivers stands apart, with or without a level for the machine', () => {
    const trusted = (inside: string) => `<characteristic type="RootCATrustedCertificates">${inside}</characteristic>`;
    const stores =
      `<characteristic type="Root">${entry('AAAA')}</characteristic>` +
      `<characteristic type="CA"><characteristic type="System">${entry('AAAA')}</characteristic></characteristic>` +
      `<characteristic type="TrustedPeople">${entry('AAAA')}</characteristic>`;
    opened(document(trusted(stores)), (read) => {
      expect(read.certificates).toEqual([]);
      expect(read.trusted.map(({ store, thumbprint: name }) => [store, name])).toEqual([
        ['Root', thumbprint],
        ['CA', thumbprint],
      ]);
    });
  });

  test('names are data, whatever they hold', () => {
    opened(document(store(`'&quot;]|//*[`, entry('AAAA'))), ({ certificates }) => {
      expect(certificates).toEqual([]);
    });
  });
});

function opened(text: string, use: (read: Provisioning) => void): void {
  using answer = token(base64(text));
  const read = readProvisioning(answer, 0);
  using tree = read.tree;
  expect(tree.root.name).toBe('wap-provisioningdoc');
  use(read);
}

function causeOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (error instanceof UnusableEvidence) return error.blockedBy;
    throw error;
  }
  return 'nothing was thrown';
}
