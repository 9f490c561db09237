import type { Certificate } from '../../protocol/pki/read/certificate.ts';
import { isForHost, namesOf, readSentChain } from '../../protocol/pki/read/server-certificate.ts';
import type { TlsFacts } from '../exchange/exchange.ts';

/** Why TLS does not trust a server, as a clause, and what helps, as a sentence without a full stop. */
interface Cause {
  readonly why: string;
  readonly helps: string;
}

/**
 * The sentences for people about a certificate that does not validate: each cause that the chain shows, with the certificate
 * that it is in, and what helps against it. `url` is that of the request. `--ca` is advised only where a root is missing.
 */
export function distrustText(
  { host, hostname }: URL,
  { error = 'unknown error', peerChain }: TlsFacts,
  now: Date,
): string {
  const chain = readSentChain(peerChain);
  const causes = [
    ...dateCauses(chain, error, now),
    ...nameCauses(chain, nameIn(hostname)),
    ...chainCauses(chain, error),
  ];
  const why = causes.map((cause) => cause.why).join('; ');
  const helps = [...new Set(causes.map((cause) => cause.helps))].map((sentence) => ` ${sentence}.`).join('');
  return (
    `The certificate of ${host} does not validate (${error})${why === '' ? '' : `: ${why}`}. So this tool sent nothing.${helps} ` +
    'To continue without trust, use --tls-report-only.'
  );
}

/** Without the brackets of an IPv6 address. */
function nameIn(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1');
}

/** Certificates above the leaf are certainly needed only if the error is about dates. */
function dateCauses(chain: readonly Certificate[], error: string, now: Date): Cause[] {
  const needed = error === 'CERT_HAS_EXPIRED' || error === 'CERT_NOT_YET_VALID' ? chain : chain.slice(0, 1);
  return needed.flatMap(({ subject, notBefore, notAfter }) => {
    const clock = `the clock of this machine shows ${now.toISOString()}`;
    if (now > notAfter) {
      return {
        why: `"${subject.toString()}" expired on ${notAfter.toISOString()} (${clock})`,
        helps: 'Renew the certificate that expired, or correct the clock',
      };
    }
    if (now >= notBefore) return [];
    return {
      why: `"${subject.toString()}" is not valid before ${notBefore.toISOString()} (${clock})`,
      helps: 'Compare the clocks of this machine and of the authority that issued the certificate',
    };
  });
}

/** Node does not compare the name where the chain has an error already, so this does. */
function nameCauses([leaf]: readonly Certificate[], name: string): Cause[] {
  if (!leaf || isForHost(leaf, name)) return [];
  return [
    {
      why: `"${leaf.subject.toString()}" is for ${namesOf(leaf)}, not for ${name}`,
      helps: 'Serve a certificate that has this name, or name the target as the certificate does',
    },
  ];
}

function chainCauses(chain: readonly Certificate[], error: string): Cause[] {
  const [leaf] = chain;
  const last = chain.at(-1);
  if (!leaf || !last) return [];
  const subject = last.subject.toString();
  switch (error) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return [
        {
          why: `"${leaf.subject.toString()}" is self-signed and no trusted root`,
          helps: 'To trust it all the same, name its PEM file with --ca',
        },
      ];
    case 'SELF_SIGNED_CERT_IN_CHAIN':
      return [
        {
          why: `the root of its chain, "${subject}", is not trusted`,
          helps: 'To trust this root, name its PEM file with --ca',
        },
      ];
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_GET_ISSUER_CERT':
      return [
        {
          why: `"${last.issuer.toString()}", who issued "${subject}", is neither sent nor trusted`,
          helps:
            'If that is an intermediate, let the server send it; if it is a root of yours, name its PEM file with --ca',
        },
      ];
    case 'INVALID_PURPOSE':
      return [
        {
          why: `"${leaf.subject.toString()}" is not for TLS servers`,
          helps: 'Serve a certificate with the extended key usage serverAuth',
        },
      ];
    default:
      return [];
  }
}
