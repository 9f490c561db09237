import type { Behaviour } from '../../engine/rule/counterexample.ts';
import type { CertificateChange } from '../../protocol/pki/build/certificate-change.ts';
import type { Authority } from '../../protocol/pki/build/authority.ts';
import type { CertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { Rdns } from '../../protocol/pki/read/name.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import type { User } from './user.ts';
import type { Origins, Paths } from './endpoints.ts';
import type { Identifiers } from './identifiers.ts';
import type { IssuedCertificates } from './issued-certificates.ts';
import type { Operation } from './operation.ts';
import { provisioningDocument } from './provisioning-document.ts';
import type { Lifetime } from './protocol.ts';
import { leniently, Refusal, type Attempt } from './refusal.ts';
import {
  checkRequestType,
  checkSigningRequest,
  readDeviceContext,
  readSigningRequest,
} from './security-token-request.ts';
import { tokenResponse } from './token-response.ts';

/** The parts that issuing needs. */
export interface EnrollmentDesk {
  readonly authority: Authority;
  readonly behaviour: Behaviour;
  readonly identifiers: Identifiers;
  readonly lifetime: Lifetime;
  readonly origins: Origins;
  readonly paths: Paths;
  readonly authenticate: (tree: XmlTree, attempt: Attempt) => User;
  readonly issued: IssuedCertificates;
}

/** Answers RequestSecurityToken with a certificate for the key of the request (MS-MDE2 3.4). */
export function enrollment(desk: EnrollmentDesk): Operation {
  const { authority, identifiers } = desk;
  const issue = issuing(desk);
  const noteRequest = replayGuard(desk.behaviour);
  return {
    kind: 'issue',
    answer: (tree, attempt) => {
      const user = desk.authenticate(tree, attempt);
      const { email, refusal, certificates } = user;
      attempt(
        () => {
          if (refusal) throw new Refusal(refusal.subcode, refusal.reason, refusal.errorType);
        },
        () => undefined,
      );
      const request = attempt<CertificateRequest | undefined>(
        () => {
          noteRequest(tree);
          return acceptedRequest(tree, desk.behaviour);
        },
        () => readableRequest(tree),
      );
      const context = readDeviceContext(tree);
      const { store, deviceId = identifiers.uuid(), deviceName = `${email}_Windows` } = context;
      const leaf = issue(request, { deviceId, ...context }, certificates?.change);
      const account = { name: deviceId, secret: identifiers.uuid(), nonce: identifiers.bytes(16) };
      desk.issued.add({ certificate: leaf, user, deviceId, store, account });
      const document = provisioningDocument({
        root: authority.root,
        intermediate: authority.intermediate,
        leaf,
        store,
        lifetime: desk.lifetime,
        managementUrl: `${desk.origins('management')}${desk.paths.management}`,
        deviceId,
        deviceName,
        email,
        client: { secret: identifiers.uuid(), nonce: identifiers.bytes(16) },
        account,
        signsMessages: user.signsMessages ?? desk.behaviour.asksForSignatures ?? false,
      });
      return tokenResponse(document);
    },
  };
}

function acceptedRequest(tree: XmlTree, { refusesWindowsCsr, refusesSha256Csr }: Behaviour): CertificateRequest {
  checkRequestType(tree, 'issue');
  const request = readSigningRequest(tree);
  checkSigningRequest(request);
  if (refusesWindowsCsr === true && request.shape === 'windows') {
    throw new Refusal('CertificateRequest', 'The certificate request is not valid ASN.1.');
  }
  if (refusesSha256Csr === true && request.signature.hash === 'sha256') {
    throw new Refusal('CertificateRequest', 'The certificate request is not signed with SHA-1.');
  }
  return request;
}

/** With this departure, refuses a request that was seen before. */
function replayGuard({ refusesReplayedRequest }: Behaviour): (tree: XmlTree) => void {
  const seen = new Set<string>();
  return ({ bytes }) => {
    if (refusesReplayedRequest !== true) return;
    const request = Buffer.from(bytes).toString('latin1');
    if (seen.has(request)) throw new Refusal('InvalidSecurity', 'This request was received before.');
    seen.add(request);
  };
}

/** Used for a wrong request that has to succeed. */
function readableRequest(tree: XmlTree): CertificateRequest | undefined {
  return leniently(
    () => readSigningRequest(tree),
    () => undefined,
  );
}

/** Issues certificates; without a readable request, for the key of the authority itself. */
function issuing({ authority, behaviour, lifetime }: EnrollmentDesk) {
  let shared: Certificate | undefined;
  const known = new Map<string, Rdns>();
  return (
    request: CertificateRequest | undefined,
    { deviceId, hardwareId = deviceId }: { readonly deviceId: string; readonly hardwareId?: string },
    change?: CertificateChange,
  ): Certificate => {
    if (behaviour.sharedCertificate === true && shared !== undefined) return shared;
    const spki = (request ?? authority.intermediate).publicKey.spki;
    const own = certificateSubject(request?.subject.rdns ?? [], deviceId);
    const subject = behaviour.knowsDevicesByHardware === true ? (known.get(hardwareId) ?? own) : own;
    known.set(hardwareId, subject);
    shared = authority.issue(spki, { subject, validityDays: lifetime.days }, change);
    return shared;
  };
}

/**
 * The texts of the requested subject, without control characters (Windows ends its own with NUL); if there are none,
 * the device id.
 */
export function certificateSubject(asked: Rdns, deviceId: string): Rdns {
  const subject = asked
    .map((rdn) => rdn.filter(({ encoding }) => encoding !== undefined))
    .map((rdn) => rdn.map(({ type, value }) => ({ type, value: value.replace(/\p{Cc}/gu, '').trim() })))
    .map((rdn) => rdn.filter(({ value }) => value !== ''))
    .filter((rdn) => rdn.length > 0);
  return subject.length > 0 ? subject : [[{ type: 'CN', value: deviceId }]];
}
