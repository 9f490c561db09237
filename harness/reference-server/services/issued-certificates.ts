import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { User } from './credentials.ts';

/** A certificate of a device, and who has it. */
export interface IssuedCertificate {
  readonly certificate: Certificate;
  readonly user: User;
  readonly deviceId: string;
  readonly store: 'User' | 'System';
  /** The certificate that it replaces; absent for that of an enrollment. */
  readonly replaces?: Certificate;
}

/** What a server remembers of the certificates that it issued. */
export interface IssuedCertificates {
  add(issued: IssuedCertificate): void;
  /** Undefined where this server never issued it. */
  find(certificate: Certificate): IssuedCertificate | undefined;
  /** Whether another one took its place. */
  isReplaced(certificate: Certificate): boolean;
}

/** Remembers as long as the server lives. */
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
