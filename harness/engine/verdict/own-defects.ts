import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { signatureDeviations } from '../evidence/signature-deviations.ts';
import { UnusableEvidence } from '../evidence/unusable.ts';
import type { Exchange, Session } from '../../wire/exchange/exchange.ts';
import { isWithheld } from '../../wire/redaction/withheld.ts';
import { tokenDeviations } from '../evidence/token-deviations.ts';
import { stateOf } from '../evidence/declared-state.ts';

/** A password that is not the right one. A recording of others shows an empty one where somebody has blanked it. */
const wrongPasswords = ['wrong-password', 'empty-password', 'near-miss-password'] as const;

/**
 * Deviations that a stored request does not show, so that only the label of its scenario tells them. Redaction, for example, removes
 * whether a security token could be decoded.
 */
const invisible = new Set<string>([
  ...wrongPasswords,
  'unknown-user',
  'markup-user',
  'credential-type',
  'security-undecodable',
  ...tokenDeviations,
  'foreign-certificate',
  'manage-stranger',
  'manage-other-device',
  'manage-in-name',
  'manage-wrong-proof',
  'manage-used-proof',
  'manage-forged-header',
  'manage-unenrolled',
  'other-device',
  // Only the first page of a sign-in has them in its address.
  'foreign-appru',
  'sign-in-markup',
  ...signatureDeviations,
]);

/** What is wrong with a token of Microsoft Entra, or with what goes with it, stands in secrets. */
const ofEntra = /^(?:jwt-|enrollment-data$|bearer-missing$|api-version$)/;

function isInvisible(deviation: string): boolean {
  return invisible.has(deviation) || ofEntra.test(deviation) || stateOf(deviation) !== undefined;
}

/**
 * Wrong messages of our own device in a live session. A message has to validate against our schemas unless its scenario declares a
 * deviation; then it has to deviate in exactly that way. Each entry makes a run unsound. `isMeant` limits the messages.
 */
export function ownDefects(dossier: Dossier, isMeant: (item: Evidence) => boolean = () => true): string[] {
  if (dossier.thirdParty) return [];
  const { evidence, session } = dossier;
  const meant = evidence.filter(isMeant);
  return [...meant.flatMap((item) => defectsOf(item, evidence)), ...falselyThrottled(meant, session)];
}

/** Who marks an exchange as throttled takes it out of the judgement, so that its answer and the run both have to agree. */
function falselyThrottled(evidence: readonly Evidence[], session: Session): string[] {
  return evidence
    .filter(({ exchange }) => exchange.label?.throttled === true)
    .flatMap(({ exchange: { index }, kind }) => [
      ...(kind === 'throttled'
        ? []
        : [`exchange ${index} is marked as throttled, but its answer is no 429 or 503 with Retry-After`]),
      ...(session.meta?.rate === undefined
        ? [`exchange ${index} is marked as throttled, but the run had no limit of requests`]
        : []),
    ]);
}

function defectsOf(item: Evidence, evidence: readonly Evidence[]): string[] {
  const { exchange, kind, facts } = item;
  if (isSealed(exchange)) return [];
  const declared = exchange.label?.deviations ?? [];
  const shown = facts.shown.filter((deviation) => !declared.includes(deviation));
  const absent = declared.filter((deviation) => !isInvisible(deviation) && !facts.shown.includes(deviation));
  const name = `exchange ${exchange.index} (${exchange.label?.scenario ?? kind})`;
  const isStray = exchange.label !== undefined && kind === 'other' && facts.deviations.length === 0;
  return [
    ...(exchange.label ? [] : [`${name} has no label, although every exchange of a run needs one`]),
    ...(isStray ? [`${name} is not a message of a device`] : []),
    ...wrongPasswords
      .filter((deviation) => declared.includes(deviation))
      .flatMap((deviation) => wrongPasswordDefects(item, evidence, `${name} declares ${deviation}, but carries`)),
    ...(declared.includes('foreign-certificate') ? otherIssuerDefects(item, evidence, name) : []),
    ...shown.map((deviation) => `${name} shows ${deviation}, which its scenario does not declare`),
    ...absent.map((deviation) => `${name} declares ${deviation}, but does not show it`),
  ];
}

/** A renewal shows the certificate that the server issued. Where that holds a secret, the message is withheld, and its answer judges nobody. */
function isSealed({ request, answer }: Exchange): boolean {
  const isUnrecorded = answer.kind === 'broken' && answer.reason === 'unrecorded';
  return isUnrecorded && isWithheld(Buffer.from(request.body).toString('latin1'));
}

/** A request does not show that its password is wrong, but the password has to differ from that of the controls beside it. */
function wrongPasswordDefects(item: Evidence, evidence: readonly Evidence[], claim: string): string[] {
  const password = passwordOf(item);
  if (password === undefined) return [`${claim} no password`];
  const { label } = item.exchange;
  if (label?.deviations?.includes('empty-password') === true && password !== '') return [`${claim} a password`];
  const isRight = evidence.some(
    ({ exchange }, index) =>
      exchange.label?.control === true &&
      exchange.label.scenario === label?.scenario &&
      exchange.label.flow === label.flow &&
      passwordOf(evidence[index]) === password,
  );
  return isRight ? [`${claim} the password of its controls`] : [];
}

/** A request does not show that its certificate is from another issuer, but no answer of this server may hold the certificate. */
function otherIssuerDefects({ facts }: Evidence, evidence: readonly Evidence[], name: string): string[] {
  const { signer } = facts.renewal?.signed ?? {};
  if (!signer) return [`${name} declares foreign-certificate, but carries no certificate`];
  return evidence.some((other) => gives(other, signer.sha1))
    ? [`${name} declares foreign-certificate, but its certificate is from this server`]
    : [];
}

function gives(item: Evidence, sha1: string): boolean {
  if (item.state !== 'success' || (item.kind !== 'issue' && item.kind !== 'renew')) return false;
  try {
    return item.provisioning.certificates.some(({ certificate }) => certificate.sha1 === sha1);
  } catch (error) {
    if (error instanceof UnusableEvidence) return false;
    throw error;
  }
}

function passwordOf(item: Evidence | undefined): string | undefined {
  return item?.facts.credential === 'username-token'
    ? item.request.text('/*/*/wsse:Security/wsse:UsernameToken/wsse:Password')
    : undefined;
}
