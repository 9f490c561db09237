import { defineCheck } from '../../harness/engine/rule/check.ts';
import { reissue } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';

/**
 * One number in 256 with 64 random bits has a zero in its first octet. If all numbers are shorter, they do not have 64
 * random bits.
 */
const shortest = 1n << 56n;
/** Two numbers with 64 random bits are this close to each other once in two thousand million cases. */
const nearest = 1n << 32n;

/**
 * To forge a certificate by a collision, an attacker has to predict its serial number. The CA/Browser Forum (Baseline
 * Requirements section 7.1) demands 64 random bits of public authorities. RFC 5280 section 4.1.2.2 demands unique
 * numbers only, so the level is low.
 */
export const serialEntropy = defineCheck({
  id: 'certificates/serial-entropy',
  title: 'Serial numbers of issued certificates are unpredictable: random, with at least 64 bits',
  level: 'MAY',
  basis: 'security',
  requirements: ['X509-09'],
  since: '0.1.0',
  impact: {
    kind: 'unknown',
    says: 'whether anybody gains by foreseeing the number; the CA/Browser Forum (section 7.1) forbids it to public authorities only',
  },
  remedy: 'Draw each serial number with at least 64 bits from a cryptographic generator.',
  needs: { across: 'issue', atLeast: 1 },

  *judge(issues) {
    for (const issued of byIssuer(issues)) {
      const [first, ...others] = issued.toSorted((one, other) => (serialOf(one) < serialOf(other) ? -1 : 1));
      const last = others.at(-1) ?? first;
      if (!first || !last) continue;
      if (-shortest < serialOf(first) && serialOf(last) < shortest) {
        yield {
          message: `No serial number has more than 56 bits; the largest is ${serialOf(last).toString()}`,
          at: last.provisioning.client.node,
          expected: 'at least 64 random bits',
        };
        continue;
      }
      let before = first;
      for (const issue of others) {
        const distance = serialOf(issue) - serialOf(before);
        if (distance > 0n && distance < nearest) {
          yield {
            message: `Serial number ${serialOf(issue).toString()} is that of exchange ${before.exchange.index} plus ${distance.toString()}`,
            at: issue.provisioning.client.node,
            expected: 'at least 64 random bits',
          };
          break;
        }
        before = issue;
      }
    }
  },

  counterexamples: [
    { name: 'numbers from 1 on', ...reissue({ serial: '1+' }) },
    { name: 'long numbers that count up', ...reissue({ serial: '1267650600228229401496703205376+' }) },
  ],
});

function byIssuer(issues: readonly Evidence[]): Evidence[][] {
  const groups = new Map<string, Evidence[]>();
  for (const issue of issues) {
    const issuer = issue.provisioning.client.certificate.issuer.toString();
    groups.set(issuer, [...(groups.get(issuer) ?? []), issue]);
  }
  return [...groups.values()];
}

function serialOf({ provisioning }: Evidence): bigint {
  return provisioning.client.certificate.serial;
}
