import type { Dossier } from './dossier.ts';
import type { Evidence } from './evidence.ts';
import type { Reach } from './verdict.ts';

/** Whether anything answered at all, and whether the first valid request with a credential was refused for that credential. */
export function reachOf({ evidence, foreign }: Dossier): Reach {
  const first = evidence.find(
    ({ kind, facts }) => (kind === 'get-policies' || kind === 'issue') && facts.deviations.length === 0,
  );
  return {
    answered: evidence.some(({ exchange }) => exchange.answer.response !== undefined),
    credentialsRefused: !foreign && first !== undefined && isCredentialRefusal(first),
  };
}

function isCredentialRefusal(item: Evidence): boolean {
  if (item.state === 'fault') return ['Authentication', 'InvalidSecurity'].includes(item.fault.subcode ?? '');
  return item.state === 'unusable' && [401, 403].includes(item.response.status);
}
