import type { Behaviour, RenewalCondition } from '../../engine/rule/counterexample.ts';
import { readRenewalRequest } from '../../engine/evidence/renewal-request.ts';
import type { RenewalRequest } from '../../engine/evidence/renewal-request.ts';
import type { Authority } from '../../protocol/pki/build/authority.ts';
import type { CertificateRequest } from '../../protocol/pki/read/certificate-request.ts';
import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import type { SignedData } from '../../protocol/pki/read/signed-data.ts';
import type { XmlTree } from '../../protocol/xml/tree.ts';
import { checkRenewalSecurity } from './credentials.ts';
import type { User } from './user.ts';
import { certificateSubject } from './enrollment.ts';
import type { IssuedCertificate, IssuedCertificates } from './issued-certificates.ts';
import type { Caller, Operation } from './operation.ts';
import { refusalNamed, type ParticularRefusal } from './particular-refusals.ts';
import type { Lifetime } from './protocol.ts';
import { renewalDocument } from './provisioning-document.ts';
import { Refusal } from './refusal.ts';
import { checkRequestType, checkSigningRequest, onlyToken, readDeviceContext } from './security-token-request.ts';
import { tokenResponse } from './token-response.ts';

/** The parts that renewing needs. */
export interface RenewalDesk {
  readonly authority: Authority;
  readonly behaviour: Behaviour;
  readonly issued: IssuedCertificates;
  readonly lifetime: Lifetime;
  readonly now: () => Date;
  readonly users: readonly [User, ...User[]];
}

/** A request to renew, with its sender. */
interface Asked {
  readonly tree: XmlTree;
  readonly read: RenewalRequest | undefined;
  readonly caller: Caller;
}

const dayMs = 86_400_000;

/**
 * Answers RequestSecurityToken (Renew) with a certificate for the new key in the request, if this server issued the old
 * certificate (MS-MDE2 3.5; Learn: Certificate renewal lists the conditions).
 */
export function renewal(desk: RenewalDesk): Operation {
  const { authority, behaviour, issued } = desk;
  return {
    kind: 'renew',
    answer: (tree, attempt, caller) => {
      const read = readRenewalRequest(tree);
      const held = attempt<IssuedCertificate | undefined>(
        () => acceptedCertificate({ tree, read, caller }, desk),
        () => read?.signed?.signer && issued.find(read.signed.signer),
      );
      const request = attempt<CertificateRequest | undefined>(
        () => acceptedRequest(read),
        () => read?.certificateRequest,
      );
      const { deviceId = '', store } = held ?? readDeviceContext(tree);
      const subject = held?.certificate.subject.rdns ?? certificateSubject(request?.subject.rdns ?? [], deviceId);
      const change = { ...held?.user.certificates?.change, ...behaviour.renewed };
      const spki = (request ?? authority.intermediate).publicKey.spki;
      const renewed = authority.issue(spki, { subject, validityDays: desk.lifetime.days }, change);
      const leaf = behaviour.repeatsCertificate === true && held ? held.certificate : renewed;
      const [first] = desk.users;
      issued.add({
        certificate: leaf,
        user: held?.user ?? first,
        deviceId,
        store,
        ...(held ? { replaces: held.certificate } : {}),
      });
      return tokenResponse(renewalDocument({ leaf, store }));
    },
  };
}

/** The certificate to renew, if it meets every condition. */
function acceptedCertificate({ tree, read, caller }: Asked, desk: RenewalDesk): IssuedCertificate {
  checkRequestType(tree, 'renew');
  onlyToken(tree);
  const signed = read?.signed;
  if (!signed) throw new Refusal('MessageFormat', 'The request holds no PKCS #7 message.');
  const { behaviour } = desk;
  const skips = (condition: RenewalCondition): boolean => behaviour.renewalSkips === condition;
  if (!signed.signatureValid && !skips('signature')) {
    throw new Refusal('Authentication', 'The signature of the renewal is wrong.');
  }
  const asking = caller.certificate && desk.issued.find(caller.certificate);
  if (behaviour.renewsAsIssue === true && asking) return asking;
  const held = issuedTo(signed, skips('issuer'), desk);
  const isOfUser = skips('device') && asking?.user === held.user;
  if (!isShown(caller, held.certificate) && !isOfUser && !skips('client-certificate')) {
    throw new Refusal(
      'Authentication',
      'The connection is not that of the device to which the certificate was issued.',
    );
  }
  const { now } = desk;
  if (held.certificate.notAfter <= now() && !skips('expiry')) {
    throw new Refusal('Authentication', 'The certificate has expired.');
  }
  checkRenewalSecurity(tree, held.user, now());
  const { refusal, keepsPeriod } = held.user.certificates ?? {};
  if (refusal && !skips('eligibility')) refuse(refusal);
  const begins = held.certificate.notAfter.getTime() - desk.lifetime.renewalDays * dayMs;
  if (keepsPeriod === true && now().getTime() < begins && !skips('period')) refuse(refusalNamed('NotEligibleToRenew'));
  if (behaviour.renewsOnce === true && held.replaces) refuse(refusalNamed('NotEligibleToRenew'));
  if (behaviour.revokesRenewed === true && desk.issued.isReplaced(held.certificate)) {
    throw new Refusal('Authentication', 'The certificate was replaced.');
  }
  return held;
}

/** The owner of the certificate that signed; `anybody` if the issuer does not matter. */
function issuedTo(signed: SignedData, anybody: boolean, { issued, users: [first] }: RenewalDesk): IssuedCertificate {
  const { signer } = signed;
  const known = signer && issued.find(signer);
  if (known) return known;
  if (!signer || !anybody) throw new Refusal('Authentication', 'The certificate was not issued by this server.');
  return { certificate: signer, user: first, deviceId: '', store: 'User' };
}

function isShown({ certificate }: Caller, held: Certificate): boolean {
  return certificate?.sha1 === held.sha1;
}

function acceptedRequest(read: RenewalRequest | undefined): CertificateRequest {
  const request = read?.certificateRequest;
  if (!request) throw new Refusal('CertificateRequest', 'The signed message holds no PKCS #10 request.');
  checkSigningRequest(request);
  return request;
}

function refuse({ subcode, reason, errorType }: ParticularRefusal): never {
  throw new Refusal(subcode, reason, errorType);
}
