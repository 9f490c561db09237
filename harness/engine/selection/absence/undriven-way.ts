import { isAfterDiscovery, undrivenPolicy } from '../../evidence/undriven-policy.ts';
import type { Reason } from './question.ts';

/** A check of what follows discovery, where the server chose a way in that this version does not drive. */
export const undrivenWay: Reason = ({ kinds, dossier }) => {
  const policy = kinds.some(isAfterDiscovery) ? undrivenPolicy(dossier) : undefined;
  if (policy === undefined) return undefined;
  return { outcome: 'inconclusive', reason: `the server chose ${policy}, which this version does not drive yet` };
};
