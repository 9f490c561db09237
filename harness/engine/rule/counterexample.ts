import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { XmlEdit } from '../../protocol/xml/xml-edit.ts';
import type { Kind } from '../evidence/kind.ts';
import type { EntraBehaviour } from './entra-behaviour.ts';
import type { ManagementBehaviour } from './management-behaviour.ts';
import type { SignInBehaviour } from './sign-in-behaviour.ts';
import type { SignatureBehaviour } from './signature-behaviour.ts';

/** Which answers of the reference server an edit touches: the success of a kind, or its refusal (`issue fault`). */
export type Answering = Kind | `${Kind} fault`;

/** A way of behaving that an edit of one answer cannot show. */
export interface Behaviour extends SignInBehaviour, EntraBehaviour, SignatureBehaviour, ManagementBehaviour {
  /** The server accepts any password. */
  readonly acceptsAnyPassword?: true;
  /** What the server takes for the right password besides that: none at all, the right one in any letter case, or a beginning of it. */
  readonly takesForRight?: 'nothing' | 'any-letter-case' | 'a-beginning';
  readonly leaf?: CertificateChange;
  readonly intermediate?: CertificateChange;
  readonly root?: CertificateChange;
  /** Every device gets the same certificate. */
  readonly sharedCertificate?: true;
  /** The server refuses the CSR of a real Windows, as a strict ASN.1 reader does. */
  readonly refusesWindowsCsr?: true;
  /** The server refuses a CSR signed with SHA-256, because it knows the default hash only. */
  readonly refusesSha256Csr?: true;
  /** The server refuses a repeated MessageID as a replay. */
  readonly refusesRepeatedMessageId?: true;
  /** The server refuses a RequestSecurityToken that is identical to an earlier one. */
  readonly refusesReplayedRequest?: true;
  /** The server grants one RequestSecurityToken for each GetPolicies before it. */
  readonly demandsPolicies?: true;
  /** The server answers each GetPolicies with all policies, whatever its lastUpdate and filter say. */
  readonly sendsAllPolicies?: true;
  /** The server takes all devices with one HWDevID for the first of them. */
  readonly knowsDevicesByHardware?: true;
  /** While it works on one RequestSecurityToken, the server refuses the next, or gives both the same answer. */
  readonly whileBusy?: 'refuses' | 'repeats';
  /** The server fetches whatever a document type names. */
  readonly fetchesEntities?: true;
  /** Answers of this kind differ each time. */
  readonly varies?: Kind;
  /** The condition that the server does not check before it renews a certificate. */
  readonly renewalSkips?: RenewalCondition;
  /** The server answers a renewal for whichever device or user the connection or the password names, whoever signed the message. */
  readonly renewsAsIssue?: true;
  /** Properties that replace those of a renewed certificate. */
  readonly renewed?: CertificateChange;
  /** The server answers a renewal with the old certificate. */
  readonly repeatsCertificate?: true;
  /** The server renews a certificate once only. */
  readonly renewsOnce?: true;
  /** The server rejects a certificate as soon as it has answered its renewal. */
  readonly revokesRenewed?: true;
}

/** What a server checks before it renews a certificate (Learn: Certificate renewal). */
export type RenewalCondition =
  | 'signature'
  | 'issuer'
  | 'client-certificate'
  /** Whether the connection shows the certificate of the device that signed, and not only that of another device of its user. */
  | 'device'
  | 'expiry'
  /** Whether the device is blocked. */
  | 'eligibility'
  /** Whether the renewal period has begun. */
  | 'period';

/** What replaces an answer. */
export type Replacement =
  | { readonly as: 'empty' }
  | { readonly as: 'html' }
  | { readonly as: 'json' }
  | { readonly as: 'text'; readonly text: string; readonly contentType?: string }
  /** A correct SOAP 1.2 fault with this subcode (and ErrorType). */
  | { readonly as: 'fault'; readonly subcode: string; readonly errorType?: string }
  /** The success that the same request with right credentials gets. */
  | { readonly as: 'control' };

/** Deviations of the message framing; over TLS they are exact, in process they show as framing facts. */
export type FramingDefect =
  | 'chunked'
  | 'no-length'
  | 'length-short'
  | 'length-long'
  /** Content-Length counts characters: one for each that takes several bytes. */
  | 'length-in-characters'
  | 'two-lengths'
  | 'length-and-chunked';

/** Services that can have a host of their own; the others share the host of discovery. `services` are policy and enrollment. */
export type OtherHost = 'services' | 'authentication' | 'management';

/** Wrong TLS: of the discovery host, or of another service, which then gets a host of its own. */
export interface TlsDeparture {
  readonly tls: TlsDefect;
  readonly of?: OtherHost;
}

/** What the reference server does wrong. */
export type Departure = AnswerDeparture | { readonly behaviour: Behaviour } | TlsDeparture;

/** A departure of the answers of one kind, or of the answers to some requests of that kind only. */
export type AnswerDeparture = Change & {
  readonly on: Answering;
  /** Only where the request holds this text, in its HTTP version, its headers or its body. */
  readonly asked?: string;
  /** Only where its HTTP version, headers and body match this regular expression, given as its source. */
  readonly matching?: string;
  /** Only where the request shows this deviation. */
  readonly deviation?: string;
  /** Only every n-th of the answers that match. */
  readonly every?: number;
  /** Only the n-th request of its kind, counted from 1, whether it was granted or refused. */
  readonly nth?: number;
};

/** A change of an answer. */
export type Change =
  | { readonly xml: XmlEdit }
  /** The same inside the decoded provisioning document. */
  | { readonly provisioning: XmlEdit }
  /** Replaces the first occurrence of a text in the response body (bytes as UTF-8). */
  | { readonly replace: string; readonly by: string }
  /** The same inside the decoded provisioning document. */
  | { readonly provisioningReplace: string; readonly by: string }
  /** Sets (replacing all of that name), adds, or with `to` absent removes a header field. */
  | { readonly header: string; readonly to?: string; readonly add?: true }
  | { readonly status: number }
  | { readonly framing: FramingDefect }
  | { readonly answer: Replacement }
  | { readonly connection: 'close' | 'delay' }
  /** The complete answer comes this late. */
  | { readonly delayMs: number };

/** A departure of the reference server that one check must fail on. */
export type Counterexample = Departure & {
  /** What is wrong, as a noun phrase: `a policy that does not exist`. */
  readonly name: string;
  /** Further departures that belong to the same defect. */
  readonly and?: readonly Departure[];
};

/** Everything that a counterexample changes. */
export function departuresOf(counterexample: Counterexample): readonly Departure[] {
  return [counterexample, ...(counterexample.and ?? [])];
}
