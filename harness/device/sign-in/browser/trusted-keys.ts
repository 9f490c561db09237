import { createHash, X509Certificate } from 'node:crypto';
import type { Answer } from '../../../wire/exchange/exchange.ts';

/**
 * The option of Chromium by which it takes the keys of these chains for trusted, besides the roots of its system: those that the run itself
 * has validated by the `ca` of the target, which the browser does not know.
 */
export function trustOf(answers: readonly Answer[]): readonly string[] {
  const chains = answers.flatMap(({ response }) => (response?.tls?.authorized === true ? response.tls.peerChain : []));
  const keys = [...new Set(chains)].map(keyHash);
  return keys.length === 0 ? [] : [`--ignore-certificate-errors-spki-list=${[...new Set(keys)].join(',')}`];
}

function keyHash(pem: string): string {
  const der = new X509Certificate(pem).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(der).digest('base64');
}
