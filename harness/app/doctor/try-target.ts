import { openDossier } from '../../engine/evidence/dossier.ts';
import { offeredWaysIn } from '../../engine/evidence/offered-ways.ts';
import type { Way } from '../../engine/evidence/way.ts';
import { proxyStep } from './own-steps.ts';
import { reachSteps } from './reach-steps.ts';
import { discoveryStep } from './service-steps.ts';
import type { Step } from './step.ts';
import { clockStep, tlsStep } from './tls-steps.ts';
import { visit } from './visit.ts';

/** What is tried: everything but the credentials. */
export interface TriedTarget {
  readonly url: string;
  readonly email: string;
  /** PEM bundle of the only roots that TLS trusts. */
  readonly ca?: string;
}

/** How far it came. */
export interface Trial {
  readonly steps: readonly Step[];
  /** The ways in, the one that Windows gets first; empty where discovery did not get so far. */
  readonly ways: readonly Way[];
}

/** Connects to a target, and asks it for its ways in, without a credential. */
export async function tryTarget(
  target: TriedTarget,
  timeoutMs: number,
  env: Readonly<Record<string, string | undefined>>,
): Promise<Trial> {
  const proxy = proxyStep(target.url, env);
  if (proxy.status === 'problem') return { steps: [proxy], ways: [] };
  const reach = await reachSteps(target.url, timeoutMs);
  const below = reach.steps.filter(({ status }) => status !== 'skipped');
  if (!reach.isOpen) return { steps: below, ways: [] };
  const { session } = await visit(target, { timeoutMs });
  const tls = tlsStep(session.exchanges);
  const known = tls.status === 'skipped' ? below : [...below, tls];
  if (tls.problems.some(({ isBarrier }) => isBarrier === true)) return { steps: known, ways: [] };
  using dossier = openDossier(session);
  const { chosen, offered } = offeredWaysIn(dossier.evidence);
  return {
    steps: [...known, clockStep(session.exchanges), discoveryStep(dossier)],
    ways: [...new Set([...(chosen === undefined ? [] : [chosen]), ...offered])],
  };
}
