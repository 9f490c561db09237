import type { Evidence } from './evidence.ts';

/** The state of the server that a deviation `state-<name>` declares: the request is valid, but the server has to refuse it. */
export function stateOf(deviation: string): string | undefined {
  return deviation.startsWith('state-') ? deviation.slice('state-'.length) : undefined;
}

/** States in which a device enrolls only to get a certificate for its attempt to renew. */
const preparing: readonly string[] = ['state-expired-certificate'];

/** Whether the target was told to answer like this, so that no rule about such answers applies. */
export function isPrepared({ kind, facts }: Pick<Evidence, 'kind' | 'facts'>): boolean {
  return kind === 'issue' && facts.deviations.some((deviation) => preparing.includes(deviation));
}

/** Whether the target was told to issue a short-lived certificate, so that its renewal is due at once. */
export function isMadeDue({ facts }: Pick<Evidence, 'facts'>): boolean {
  return facts.deviations.includes('state-renewal-due');
}
