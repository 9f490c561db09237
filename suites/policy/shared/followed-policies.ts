import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { recordedSteps } from '../../../harness/engine/evidence/recorded-steps.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { hashNamedBy } from './hash-names.ts';
import { oidsNamedBy } from './oid-references.ts';
import { attributesPath, privateKeyPath } from './paths.ts';
import { identifierOf } from './references.ts';
import { integerOf, valuesAt } from './values.ts';

/** A certificate request that follows the policy before it, and was accepted or refused as CertificateRequest. */
export interface FollowedPolicy {
  readonly issue: Evidence;
  /** What was asked, for people: `2048 bits and sha256`. */
  readonly asked: string;
}

/** Each issue with the last policies that the same device got before it. */
export function followedPolicies(exchanges: readonly Evidence[]): FollowedPolicy[] {
  const stepOf = recordedSteps(exchanges);
  const policiesOf = (issue: Evidence): Evidence | undefined =>
    issue.exchange.label
      ? exchanges.findLast((candidate) => isPolicyOf(candidate, issue))
      : stepOf(issue, 'get-policies').found;
  return exchanges
    .filter((exchange) => exchange.kind === 'issue' && isDecided(exchange))
    .flatMap((issue) => {
      const policies = policiesOf(issue);
      return policies ? followed(policies.payload, issue) : [];
    });
}

function isDecided(exchange: Evidence): boolean {
  const { state } = exchange;
  return state === 'success' || (state === 'fault' && exchange.fault.subcode === 'CertificateRequest');
}

function isPolicyOf({ kind, state, exchange }: Evidence, issue: Evidence): boolean {
  const { label, index } = issue.exchange;
  return (
    kind === 'get-policies' &&
    state === 'success' &&
    exchange.index < index &&
    exchange.label?.scenario === label?.scenario &&
    exchange.label?.flow === label?.flow
  );
}

function followed(payload: XmlNode, issue: Evidence): FollowedPolicy[] {
  const request = issue.facts.certificateRequest;
  const bits = request?.publicKey.bits;
  const hash = request?.signature.hash;
  if (bits === undefined || hash === undefined) return [];
  const lengths = valuesAt(payload, `${privateKeyPath}/x:minimalKeyLength`).map(integerOf);
  if (!lengths.every((length) => length !== undefined && BigInt(bits) >= length)) return [];
  if (!hashesOf(payload).every((name) => name === hash)) return [];
  return [{ issue, asked: `${bits} bits and ${hash}` }];
}

/** The hash of each policy that defines one; undefined for an OID that is missing or unknown. */
function hashesOf(payload: XmlNode): (string | undefined)[] {
  return valuesAt(payload, `${attributesPath}/x:hashAlgorithmOIDReference`).map((reference) => {
    const [oid] = oidsNamedBy(payload, identifierOf(reference));
    return hashNamedBy(oid?.textAt('x:value') ?? '');
  });
}
