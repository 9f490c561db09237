import type { Exchange } from '../../wire/exchange/exchange.ts';

/** The family of the requests of a management agent, whose token is genuine although discovery may have asked for a password. */
export const agentFamily = 'programmatic-enrollment';

/** Whether an agent sent a message for a device: its token says nothing of how users authenticate. */
export function isOfAgent({ label }: Pick<Exchange, 'label'>): boolean {
  return label?.scenario === agentFamily;
}
