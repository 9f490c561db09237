import { defineCheck } from '../../harness/engine/rule/check.ts';
import { isForHost, namesOf } from '../../harness/protocol/pki/read/server-certificate.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { distrusted } from './shared/distrust.ts';
import { contacts, isSeenOverTls } from './shared/hosts.ts';

/** Compares the name even if there are other errors, because Node does not do so then. */
export const tlsName = defineCheck({
  id: 'transport/tls-name',
  title: 'The TLS certificate of every host is for its name',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-04', 'TRN-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180012', says: 'the device does not connect', evidence: witnesses.constants },
  remedy: 'Serve a certificate whose subjectAltName holds the name under which devices reach the host.',
  needs: { across: contacts, atLeast: 1, filter: 'attempt' },
  applies: { when: 'this tool has seen the TLS of a host', test: isSeenOverTls },

  *judge(attempts) {
    for (const { host, hostname, about, chain, impact, at } of distrusted(attempts)) {
      const [leaf] = chain;
      if (about !== 'name' && (!leaf || isForHost(leaf, hostname))) continue;
      const actual = leaf ? namesOf(leaf) : 'another name';
      yield { message: `The certificate of ${host} is for ${actual}`, at, expected: hostname, actual, impact };
    }
  },

  counterexamples: [
    { name: 'a certificate for another name', tls: 'wrong-name' },
    { name: 'a certificate of the policy and enrollment services for another name', tls: 'wrong-name', of: 'services' },
    { name: 'a certificate of the management server for another name', tls: 'wrong-name', of: 'management' },
  ],
});
