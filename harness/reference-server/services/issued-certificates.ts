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
  /** Whether another certificate has replaced it. */
  isReplaced(certificate: Certificate): boolean;
}

/** Remembers them as long as the server runs. */
export function createIssuedCertificates(): IssuedCertificates {
  const all = new Map<string, IssuedCertificate>();
  const replaced = new Set<string>();
  return {
    add(issued) {
      all.set(issued.certificate.sha1, issued);
      if (issued.replaces) replaced.add(issued.replaces.sha1);
    },
    find: ({ sha1 }) => all.get(sha1),
    isReplaced: ({ sha1 }) => replaced.has(sha1),
  };
}
