import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';
import type { ParticularRefusal } from './particular-refusals.ts';

/** A user of the server. */
export interface User {
  readonly email: string;
  readonly password: string;
  /** Why the server gives him no certificate; missing if he may enroll. */
  readonly refusal?: ParticularRefusal;
  /** His devices are taken out of management: each is told so in its next session. */
  readonly isTakenOut?: true;
  /** His devices sign each message of a session. */
  readonly signsMessages?: true;
  /** What is special about his certificates; missing if they are normal, and renewed at any time. */
  readonly certificates?: CertificateRule;
}

/** What is special about the certificates of a user. */
export interface CertificateRule {
  readonly change?: CertificateChange;
  /** Why the server does not renew them. */
  readonly refusal?: ParticularRefusal;
  /** The server renews them in their renewal period only. */
  readonly keepsPeriod?: true;
}

/** Whether a user name is that of an address: in any letter case, or as `domain\user` with the mail domain or its first label. */
export function names(username: string, email: string): boolean {
  const address = email.toLowerCase();
  const given = username.toLowerCase();
  if (given === address) return true;
  const at = address.lastIndexOf('@');
  const [local, domain] = [address.slice(0, at), address.slice(at + 1)];
  return given === `${domain}\\${local}` || given === `${domain.split('.')[0] ?? ''}\\${local}`;
}
