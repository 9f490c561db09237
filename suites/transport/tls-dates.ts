import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Certificate } from '../../harness/protocol/pki/read/certificate.ts';
import { distrusted } from './shared/distrust.ts';
import type { Distrust } from './shared/distrust.ts';
import { contacts, isSeenOverTls } from './shared/hosts.ts';

/** During discovery, dates have an HRESULT of their own. A certificate that is sent but not needed may have expired. */
export const tlsDates = defineCheck({
  id: 'transport/tls-dates',
  title: 'The TLS certificate of every host, and what it rests on, is within its dates',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-04', 'TRN-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', says: 'the device does not connect, and shows the code that the finding names' },
  remedy: 'Renew the certificate, or the intermediate, and set the clock of the server.',
  needs: { across: contacts, atLeast: 1, filter: 'attempt' },
  applies: { when: 'this tool has seen the TLS of a host', test: isSeenOverTls },

  *judge(attempts) {
    for (const distrust of distrusted(attempts)) {
      const outdated = outdatedIn(distrust);
      for (const certificate of outdated) {
        yield {
          message: `"${certificate.subject.toString()}" of ${distrust.host} ${dateOf(certificate, distrust.now)}`,
          at: distrust.at,
          impact: distrust.impact,
        };
      }
      if (outdated.length === 0 && distrust.about === 'dates') {
        const { host, error, impact, at } = distrust;
        yield { message: `The certificate of ${host} does not validate: ${error}`, at, impact };
      }
    }
  },

  counterexamples: [
    { name: 'an expired certificate', tls: 'expired' },
    { name: 'a certificate that is not valid yet', tls: 'not-yet-valid' },
    { name: 'an expired intermediate', tls: 'expired-intermediate' },
    { name: 'an expired certificate of the policy and enrollment services', tls: 'expired', of: 'services' },
    { name: 'an expired certificate of the management server', tls: 'expired', of: 'management' },
  ],
});

/** Certificates above the leaf are certainly needed only if the error is about dates. */
function outdatedIn({ chain, about, now }: Distrust): readonly Certificate[] {
  const needed = about === 'dates' ? chain : chain.slice(0, 1);
  return needed.filter(({ notBefore, notAfter }) => now < notBefore || now > notAfter);
}

function dateOf({ notBefore, notAfter }: Certificate, now: Date): string {
  return now > notAfter ? `expired on ${dayOf(notAfter)}` : `is not valid before ${dayOf(notBefore)}`;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
