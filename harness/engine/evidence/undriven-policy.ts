import type { Dossier } from './dossier.ts';
import type { Kind } from './kind.ts';

/** What a device sends after discovery, in the way that discovery chose. */
const afterDiscovery: readonly Kind[] = ['get-policies', 'issue', 'renew', 'manage'];
/** AuthPolicies with which no device of this version signs in. */
const undriven: readonly string[] = ['Federated', 'Certificate'];

/**
 * The AuthPolicy that the server chose, where the devices of a run end there because this version does not drive it. Undefined where a
 * device went on, and in a third-party recording.
 */
export function undrivenPolicy({ evidence, thirdParty }: Pick<Dossier, 'evidence' | 'thirdParty'>): string | undefined {
  if (thirdParty || evidence.some(({ kind, state }) => afterDiscovery.includes(kind) && state === 'success')) {
    return undefined;
  }
  const first = evidence.find(
    ({ kind, state, facts }) => kind === 'discover' && state === 'success' && facts.deviations.length === 0,
  );
  const policy = first?.payload.find('d:DiscoverResult/d:AuthPolicy')?.text.trim();
  return policy !== undefined && undriven.includes(policy) ? policy : undefined;
}

/** Whether messages of this kind wait for the way that discovery chose. */
export function isAfterDiscovery(kind: Kind): boolean {
  return afterDiscovery.includes(kind);
}
