import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { User } from './user.ts';

/** A certificate of a device, with its owner. */
export interface IssuedCertificate {
  readonly certificate: Certificate;
  readonly user: User;
  readonly deviceId: string;
  readonly store: 'User' | 'System';
  /** The certificate that it replaces; missing for the certificate of an enrollment. */
  readonly replaces?: Certificate;
}

/** The certificates that a server has issued. */
export interface IssuedCertificates {
  add(issued: IssuedCertificate): void;
  /** Undefined if this server did not issue it. */
  find(certificate: Certificate): IssuedCertificate | undefined;
  /** The first one that this server issued to the subject of a certificate. */
  ofSubject(certificate: Certificate): IssuedCertificate | undefined;
  /** That of the device with this id, whose letter case does not matter. */
  ofDevice(deviceId: string): IssuedCertificate | undefined;
  /** Whether another certificate has replaced it. */
  isReplaced(certificate: Certificate): boolean;
  /** Takes over that the device left. */
  unenroll(certificate: Certificate): void;
  /** Whether the device of this certificate left. */
  isUnenrolled(certificate: Certificate): boolean;
}

/** Remembers them as long as the server runs. */
export function createIssuedCertificates(): IssuedCertificates {
  const all = new Map<string, IssuedCertificate>();
  const replaced = new Set<string>();
  const left = new Set<string>();
  return {
    add(issued) {
      all.set(issued.certificate.sha1, issued);
      if (issued.replaces) replaced.add(issued.replaces.sha1);
    },
    find: ({ sha1 }) => all.get(sha1),
    ofSubject: ({ subject }) =>
      [...all.values()].find(({ certificate }) => certificate.subject.toString() === subject.toString()),
    ofDevice: (deviceId) =>
      [...all.values()].find((issued) => issued.deviceId.toLowerCase() === deviceId.toLowerCase()),
    isReplaced: ({ sha1 }) => replaced.has(sha1),
    unenroll: ({ sha1 }) => void left.add(sha1),
    isUnenrolled: ({ sha1 }) => left.has(sha1),
  };
}
