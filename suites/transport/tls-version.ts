import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { chosenVersion } from '../../harness/engine/evidence/tls.ts';
import { byHost, contacts } from './shared/hosts.ts';

const good: readonly string[] = ['TLSv1.2', 'TLSv1.3'];

/** A device offers TLS 1.2 and later, so a host without these versions gets no message. */
export const tlsVersion = defineCheck({
  id: 'transport/tls-version',
  title: 'Every host accepts TLS 1.2 or later',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-31'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device offers an older version; one that does not cannot connect' },
  remedy: 'Turn TLS 1.2 and TLS 1.3 on.',
  needs: { across: contacts, atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'this tool offered TLS 1.2 and later to a host, and the host chose a version or refused them all',
    test: (attempts) => attempts.some((item) => isOffered(item) && (versionOf(item) ?? refusalOf(item)) !== undefined),
  },

  *judge(attempts) {
    for (const [host, seen] of byHost(attempts.filter(isOffered))) {
      if (seen.some((item) => good.includes(versionOf(item) ?? ''))) continue;
      const older = seen.find((item) => versionOf(item) !== undefined);
      const refused = seen.find((item) => refusalOf(item) !== undefined);
      if (older) yield { message: `${host} chose ${versionOf(older) ?? ''}`, at: older.at('tls') };
      else if (refused) {
        const message = `${host} has none of TLS 1.2 and 1.3 (${refusalOf(refused) ?? ''})`;
        yield { message, at: refused.at('tls') };
      }
    }
  },

  counterexamples: [
    { name: 'nothing later than TLS 1.1', tls: 'tls-1.1' },
    { name: 'policy and enrollment services with nothing later than TLS 1.1', tls: 'tls-1.1', of: 'services' },
    { name: 'a management server with nothing later than TLS 1.1', tls: 'tls-1.1', of: 'management' },
  ],
});

/** What offers all that a device does. */
function isOffered({ exchange }: Evidence): boolean {
  return exchange.request.connection?.tlsVersion === undefined;
}

function versionOf({ exchange }: Evidence): string | undefined {
  return chosenVersion(exchange);
}

/** The error of Node for a server that supports none of the versions; other errors have other reasons. */
function refusalOf({ exchange: { answer } }: Evidence): string | undefined {
  const code = answer.kind === 'broken' ? answer.tlsBreak?.code : undefined;
  return code !== undefined && /PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL/.test(code) ? code : undefined;
}
