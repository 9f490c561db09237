import { isAfterDiscovery, undrivenPolicy } from '../../evidence/undriven-policy.ts';
import type { Reason } from './question.ts';

/** A check of what follows discovery, where the devices of the run could not go the way that the server chose. */
export const undrivenWay: Reason = ({ kinds, dossier }) => {
  const reason = kinds.some(isAfterDiscovery) ? undrivenPolicy(dossier) : undefined;
  return reason === undefined ? undefined : { outcome: 'inconclusive', reason };
};
