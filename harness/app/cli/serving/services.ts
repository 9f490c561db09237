import { UsageError } from '../usage-error.ts';

/** What `--fault` and `--delay` can be limited to: the kinds of requests that get an answer in SOAP. */
export const services = ['discover', 'get-policies', 'issue', 'renew'] as const;

/** One of them. */
export type Service = (typeof services)[number];

/** Throws `UsageError` for another word; `from` names the option. */
export function serviceNamed(word: string, from: string): Service {
  const service = services.find((known) => known === word);
  if (service) return service;
  throw new UsageError(`${from}: there is no service "${word}"; allowed: ${services.join(', ')}`);
}
