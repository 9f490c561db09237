import type { Evidence } from './evidence.ts';

/** The state of the server that a deviation `state-<name>` declares: the request is valid, and yet it is to be refused. */
export function stateOf(deviation: string): string | undefined {
  return deviation.startsWith('state-') ? deviation.slice('state-'.length) : undefined;
}

/** States in which a device enrolls only to have a certificate that it can then try to renew. */
const preparing: readonly string[] = ['state-expired-certificate'];

/** Whether an answer is as the target was told to make it, so that no rule about such answers concerns it. */
export function isPrepared({ kind, facts }: Pick<Evidence, 'kind' | 'facts'>): boolean {
  return kind === 'issue' && facts.deviations.some((deviation) => preparing.includes(deviation));
}

/** Whether a certificate lives as short as the target was told to make it, so that its renewal is due at once. */
export function isMadeDue({ facts }: Pick<Evidence, 'facts'>): boolean {
  return facts.deviations.includes('state-renewal-due');
}
