import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { deviceImpact } from '../../../harness/engine/rule/device-impact.ts';
import type { Impact } from '../../../harness/engine/rule/impact.ts';
import { tlsOf } from '../../../harness/engine/evidence/tls.ts';
import type { Certificate } from '../../../harness/protocol/pki/read/certificate.ts';
import { readSentChain } from '../../../harness/protocol/pki/read/server-certificate.ts';
import type { Place } from '../../../harness/protocol/xml/place.ts';
import { byHost } from './hosts.ts';

/** A host whose certificate did not validate. */
export interface Distrust {
  /** Name and port. */
  readonly host: string;
  /** Without the port, and without brackets. */
  readonly hostname: string;
  /** As OpenSSL and Node name it; if there are several errors, they name one. */
  readonly error: string;
  /** The part of the certificate with the error. `chain` is any other error. */
  readonly about: 'chain' | 'missing-issuer' | 'dates' | 'name';
  /** As sent, leaf first. */
  readonly chain: readonly Certificate[];
  /** What a device does; its code depends on the phase. */
  readonly impact: Impact;
  /** When it was seen. */
  readonly now: Date;
  readonly at: Place;
}

const kinds: Readonly<Record<string, Distrust['about']>> = {
  CERT_HAS_EXPIRED: 'dates',
  CERT_NOT_YET_VALID: 'dates',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name',
  HOSTNAME_MISMATCH: 'name',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'missing-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'missing-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'missing-issuer',
};

/** Each host that did not validate, once for each certificate and reason, because its other exchanges show the same. */
export function distrusted(attempts: readonly Evidence[]): readonly Distrust[] {
  return [...byHost(attempts)].flatMap(([host, seen]) => {
    const distinct = new Map<string, Distrust>();
    for (const item of seen) {
      const tls = tlsOf(item.exchange);
      if (!tls || tls.authorized) continue;
      const { error = 'no reason given', peerChain } = tls;
      const key = `${error} ${peerChain[0] ?? ''}`;
      if (!distinct.has(key)) distinct.set(key, distrustOf(host, item, error, peerChain));
    }
    return [...distinct.values()];
  });
}

function distrustOf(host: string, item: Evidence, error: string, peerChain: readonly string[]): Distrust {
  return {
    host,
    hostname: new URL(item.exchange.request.url).hostname.replace(/^\[(.*)\]$/, '$1'),
    error,
    about: kinds[error] ?? 'chain',
    chain: readSentChain(peerChain),
    impact: deviceImpact(item),
    now: item.now,
    at: item.at('tls'),
  };
}

/** Whether there is a host whose chain could be judged; after a wrong date, Node does not check the rest. */
export function isChainJudged(attempts: readonly Evidence[]): boolean {
  return attempts.some(({ exchange }) => {
    const tls = tlsOf(exchange);
    return tls !== undefined && (tls.authorized || kinds[tls.error ?? ''] !== 'dates');
  });
}
