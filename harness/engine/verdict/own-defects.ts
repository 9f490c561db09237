import type { Dossier } from '../evidence/dossier.ts';
import type { Evidence } from '../evidence/evidence.ts';
import { UnusableEvidence } from '../evidence/unusable.ts';
import { stateOf } from '../evidence/declared-state.ts';

/**
 * Deviations that no stored request shows by itself, so that only the label of its scenario can say them. Whether a security token
 * could be decoded is gone once it is redacted.
 */
const invisible = new Set([
  'wrong-password',
  'unknown-user',
  'credential-type',
  'security-undecodable',
  'foreign-certificate',
]);

function isInvisible(deviation: string): boolean {
  return invisible.has(deviation) || stateOf(deviation) !== undefined;
}

/**
 * What our own device did wrong in a live session: each message validates against our schemas unless its scenario declares
 * a deviation, and then it deviates in exactly that way. Anything listed here makes a run unsound.
 */
export function ownDefects(dossier: Dossier): string[] {
  return dossier.thirdParty ? [] : dossier.evidence.flatMap(defectsOf);
}

function defectsOf(item: Evidence, _index: number, evidence: readonly Evidence[]): string[] {
  const { exchange, kind, facts } = item;
  const declared = exchange.label?.deviations ?? [];
  const shown = facts.shown.filter((deviation) => !declared.includes(deviation));
  const absent = declared.filter((deviation) => !isInvisible(deviation) && !facts.shown.includes(deviation));
  const name = `exchange ${exchange.index} (${exchange.label?.scenario ?? kind})`;
  const isStray = exchange.label !== undefined && kind === 'other' && facts.deviations.length === 0;
  return [
    ...(exchange.label ? [] : [`${name} has no label, which every exchange of a run has`]),
    ...(isStray ? [`${name} is no message that a device sends`] : []),
    ...(declared.includes('wrong-password') ? wrongPasswordDefects(item, evidence, name) : []),
    ...(declared.includes('foreign-certificate') ? otherIssuerDefects(item, evidence, name) : []),
    ...shown.map((deviation) => `${name} shows ${deviation}, which its scenario does not declare`),
    ...absent.map((deviation) => `${name} declares ${deviation}, but does not show it`),
  ];
}

/** That a password is wrong no request shows, but that it is another than that of the controls beside it. */
function wrongPasswordDefects(item: Evidence, evidence: readonly Evidence[], name: string): string[] {
  const password = passwordOf(item);
  if (password === undefined) return [`${name} declares wrong-password, but carries no password`];
  const { label } = item.exchange;
  const isRight = evidence.some(
    ({ exchange }, index) =>
      exchange.label?.control === true &&
      exchange.label.scenario === label?.scenario &&
      exchange.label.flow === label.flow &&
      passwordOf(evidence[index]) === password,
  );
  return isRight ? [`${name} declares wrong-password, but carries the password of its controls`] : [];
}

/** That a certificate is of another issuer no request shows, but that no answer of this server holds it. */
function otherIssuerDefects({ facts }: Evidence, evidence: readonly Evidence[], name: string): string[] {
  const { signer } = facts.renewal?.signed ?? {};
  if (!signer) return [`${name} declares foreign-certificate, but carries no certificate`];
  return evidence.some((other) => gives(other, signer.sha1))
    ? [`${name} declares foreign-certificate, but its certificate is of this server`]
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
