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
  /** By what the device proves itself in management sessions; missing for a renewed certificate, whose account is that of the first. */
  readonly account?: IssuedAccount;
}

/** The APPSRV credential of a provisioning document. */
export interface IssuedAccount {
  readonly name: string;
  readonly secret: string;
  /** The bytes of AAUTHDATA. */
  readonly nonce: Uint8Array;
}

/** The certificates that a server has issued. */
export interface IssuedCertificates {
  add(issued: IssuedCertificate): void;
  /** Undefined if this server did not issue it. */
  find(certificate: Certificate): IssuedCertificate | undefined;
  /** The first one that this server issued to the subject of a certificate. */
  ofSubject(certificate: Certificate): IssuedCertificate | undefined;
  /** The last one that this server issued for the same key; to the device with this id, if it is one of several with the key. */
  ofKey(certificate: Certificate, deviceId: string): IssuedCertificate | undefined;
  /** The enrollment of a certificate: its first certificate. */
  enrollmentOf(issued: IssuedCertificate): IssuedCertificate;
  /** The last one of the device with this id, whose letter case does not matter. */
  ofDevice(deviceId: string): IssuedCertificate | undefined;
  /** Whether another certificate has replaced it. */
  isReplaced(certificate: Certificate): boolean;
  /** Takes over that the device left, with all certificates of its enrollment. */
  unenroll(issued: IssuedCertificate): void;
  /** Whether the device of this certificate left. */
  isUnenrolled(issued: IssuedCertificate): boolean;
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
      [...all.values()].findLast((issued) => issued.deviceId.toLowerCase() === deviceId.toLowerCase()),
    isReplaced: ({ sha1 }) => replaced.has(sha1),
    ofKey: ({ publicKey: { spki } }, device) => {
      const same = [...all.values()].filter(
        ({ certificate }) => Buffer.compare(certificate.publicKey.spki, spki) === 0,
      );
      return same.findLast(({ deviceId }) => deviceId === device) ?? same.at(-1);
    },
    enrollmentOf,
    unenroll: (issued) => void left.add(enrollmentOf(issued).certificate.sha1),
    isUnenrolled: (issued) => left.has(enrollmentOf(issued).certificate.sha1),
  };

  function enrollmentOf(issued: IssuedCertificate): IssuedCertificate {
    const before = issued.replaces && all.get(issued.replaces.sha1);
    return before ? enrollmentOf(before) : issued;
  }
}
