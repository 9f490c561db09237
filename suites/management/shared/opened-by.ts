import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { UnusableEvidence } from '../../../harness/engine/evidence/unusable.ts';
import { sessionsOf } from './sessions.ts';

/** A device without a certificate, which proves itself by the secret of its account. */
export const secretAlone = 'manage-secret-alone';

/**
 * The messages with this deviation that the server took because of it. Some servers know devices by the secret of their account alone: there,
 * what comes behind a proof shows nothing. Throws `UnusableEvidence` where no message has the deviation.
 */
export function openedBy(deviation: string, exchanges: readonly Evidence[]): readonly Evidence[] {
  const sent = exchanges.filter((item) => hasDeviation(item, deviation) && !hasDeviation(item, secretAlone));
  if (sent.length === 0) throw new UnusableEvidence(`the run sent no message with deviation ${deviation}`);
  const isSecretEnough = exchanges.some((item) => item.state === 'success' && hasDeviation(item, secretAlone));
  return sessionsOf(sent).flatMap((session) => {
    const proof = session.findIndex(({ managing }) => managing.credential !== undefined);
    const shown = isSecretEnough && proof !== -1 ? session.slice(0, proof) : session;
    return shown.filter(({ state }) => state === 'success');
  });
}

/** Whether the server took messages with this deviation, and all of them because of the secret. */
export function isOfSecret(deviation: string, exchanges: readonly Evidence[]): boolean {
  const isTaken = exchanges.some((item) => item.state === 'success' && !hasDeviation(item, secretAlone));
  return isTaken && openedBy(deviation, exchanges).length === 0;
}

export function hasDeviation({ facts }: Pick<Evidence, 'facts'>, deviation: string): boolean {
  return facts.deviations.includes(deviation);
}
