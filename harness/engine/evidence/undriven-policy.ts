import { isOfAgent } from './agent-enrollment.ts';
import type { Dossier } from './dossier.ts';
import type { Kind } from './kind.ts';

/** What a device sends after discovery, in the way that discovery chose. */
const afterDiscovery: readonly Kind[] = ['authenticate', 'get-policies', 'issue', 'renew', 'manage'];

/**
 * Why the devices of a run ended at discovery, as a clause for people: the server chose an AuthPolicy that this version does not drive, or
 * nobody could sign in. Undefined where a device went on, and in a third-party recording.
 */
export function undrivenPolicy({ evidence, session, thirdParty }: Dossier): string | undefined {
  const wentOn = evidence.some(
    ({ kind, state, exchange }) =>
      kind !== 'authenticate' && afterDiscovery.includes(kind) && state === 'success' && !isOfAgent(exchange),
  );
  if (thirdParty || wentOn) return undefined;
  const first = evidence.find(
    ({ kind, state, facts }) => kind === 'discover' && state === 'success' && facts.deviations.length === 0,
  );
  const policy = first?.payload.find('d:DiscoverResult/d:AuthPolicy')?.text.trim();
  if (policy === 'Certificate') return 'the server chose Certificate, and the target has no "certificate"';
  const problem = session.meta?.signInProblem;
  if (policy !== 'Federated' || problem === undefined) return undefined;
  return `the server chose Federated, and no device could sign in: ${problem}`;
}

/** Whether messages of this kind wait for the way that discovery chose. */
export function isAfterDiscovery(kind: Kind): boolean {
  return afterDiscovery.includes(kind);
}
