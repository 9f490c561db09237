import type { Evidence } from '../evidence/evidence.ts';

const rightfulRefusals: readonly string[] = ['Authentication', 'Authorization', 'InvalidSecurity'];
/** What every Windows offers that was not told otherwise by a provisioning package. */
const usualOffer: readonly string[] = ['OnPremise', 'Federated'];

/**
 * Whether a refusal in a third-party recording is no evidence of a defect. Nobody says there that the credential was right, that the
 * user was allowed to enroll, or that the device offered a policy that the server has.
 */
export function isServersRight(item: Evidence, evidence: readonly Evidence[]): boolean {
  if (item.kind === 'probe' || item.state === 'success') return false;
  if (item.kind === 'discover') return isReasonedRefusal(item) || isUncommonOffer(item, evidence);
  if (item.state !== 'fault') return [401, 403].includes(item.exchange.answer.response?.status ?? 0);
  return isReasonedRefusal(item) || rightfulRefusals.includes(item.fault.subcode ?? '');
}

/** An ErrorType names a user, a licence or a device, and never the form of the request. */
function isReasonedRefusal(item: Evidence): boolean {
  return item.state === 'fault' && item.fault.errorType !== undefined;
}

/** The server is seen to choose other policies than this device offers; or it chose none yet, and the offer is an unusual one. */
function isUncommonOffer(item: Evidence, evidence: readonly Evidence[]): boolean {
  if (item.state === 'broken') return false;
  const offered = item.request.all('//d:AuthPolicies/d:AuthPolicy').map(({ text }) => text.trim());
  const chosen = evidence.flatMap(policyChosenBy);
  if (chosen.length > 0) return !chosen.some((policy) => offered.includes(policy));
  return !usualOffer.every((policy) => offered.includes(policy));
}

function policyChosenBy(item: Evidence): readonly string[] {
  if (item.kind !== 'discover' || item.state !== 'success') return [];
  const policy = item.payload.textAt('d:DiscoverResult/d:AuthPolicy')?.trim();
  return policy === undefined ? [] : [policy];
}
