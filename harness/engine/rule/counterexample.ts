import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';
import type { TlsDefect } from '../../protocol/pki/build/tls-defect.ts';
import type { XmlEdit } from '../../protocol/xml/xml-edit.ts';
import type { Kind } from '../evidence/kind.ts';

/** Which answers of the reference server an edit touches: the success of a kind, or its refusal (`issue fault`). */
export type Answering = Kind | `${Kind} fault`;

/** A way of behaving that no edit of one answer can show. */
export interface Behaviour {
  /** Any password is right. */
  readonly acceptsAnyPassword?: true;
  readonly leaf?: CertificateChange;
  readonly intermediate?: CertificateChange;
  readonly root?: CertificateChange;
  /** Every device gets the same certificate. */
  readonly sharedCertificate?: true;
  /** The CSR of a real Windows is refused, as a strict ASN.1 reader does. */
  readonly refusesWindowsCsr?: true;
  /** A CSR that is signed with SHA-256 is refused, as by a server that knows the default hash only. */
  readonly refusesSha256Csr?: true;
  /** A repeated MessageID is refused as a replay. */
  readonly refusesRepeatedMessageId?: true;
  /** A RequestSecurityToken that comes again to the letter is refused. */
  readonly refusesReplayedRequest?: true;
  /** Each GetPolicies opens the door for one RequestSecurityToken. */
  readonly demandsPolicies?: true;
  /** Each GetPolicies brings all policies, whatever its lastUpdate and its filter say. */
  readonly sendsAllPolicies?: true;
  /** A device is who enrolled first with its HWDevID. */
  readonly knowsDevicesByHardware?: true;
  /** Whatever a document type names is fetched. */
  readonly fetchesEntities?: true;
  /** Answers of this kind differ each time. */
  readonly varies?: Kind;
  /** What is not looked at when a certificate is to be renewed. */
  readonly renewalSkips?: RenewalCondition;
  /** Properties that replace those of a renewed certificate. */
  readonly renewed?: CertificateChange;
  /** A renewal is answered with the certificate that was to be renewed. */
  readonly repeatsCertificate?: true;
  /** What was renewed once is not renewed again. */
  readonly renewsOnce?: true;
  /** A certificate is worth nothing from the moment in which its renewal is answered. */
  readonly revokesRenewed?: true;
}

/** What a server looks at before it renews a certificate (Learn: Certificate renewal). */
export type RenewalCondition =
  | 'signature'
  | 'issuer'
  | 'client-certificate'
  | 'expiry'
  /** Whether the device is barred. */
  | 'eligibility'
  /** Whether the renewal period has begun. */
  | 'period';

/** What takes the place of an answer. */
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
  'chunked' | 'no-length' | 'length-short' | 'length-long' | 'two-lengths' | 'length-and-chunked';

/** What can stand on a host of its own; all else is on that of discovery. `services` are policy and enrollment. */
export type OtherHost = 'services' | 'authentication' | 'management';

/** Wrong TLS, of the host of discovery or of another one, which is then a host of its own. */
export interface TlsDeparture {
  readonly tls: TlsDefect;
  readonly of?: OtherHost;
}

/** What the reference server does wrong. */
export type Departure = AnswerDeparture | { readonly behaviour: Behaviour } | TlsDeparture;

/** A departure of the answers of one kind; narrowed to some of its requests, every other one is answered as it should be. */
export type AnswerDeparture = Change & {
  readonly on: Answering;
  /** Only where the request holds this text, in its HTTP version, its headers or its body. */
  readonly asked?: string;
  /** Only where its HTTP version, headers and body match this regular expression, given as its source. */
  readonly matching?: string;
  /** Only where the request shows this deviation. */
  readonly deviation?: string;
  /** Only each so many of the answers that it would concern otherwise. */
  readonly every?: number;
};

/** What becomes of an answer. */
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
  /** The answer is whole, and comes this late. */
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
