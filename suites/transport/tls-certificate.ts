import { defineCheck } from '../../harness/engine/rule/check.ts';
import { UnusableEvidence } from '../../harness/engine/evidence/unusable.ts';
import { validatePath, type PathFinding, type RuleId } from '../../harness/protocol/pki/path/validate.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';
import { distrusted, isChainJudged, type Distrust } from './shared/distrust.ts';
import { contacts } from './shared/hosts.ts';

/** The device builds a chain to a root it trusts before it sends anything. */
export const tlsCertificate = defineCheck({
  id: 'transport/tls-certificate',
  title: 'The TLS certificate of every host chains to a root that the device trusts',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-04', 'TRN-05'],
  since: '0.1.0',
  impact: { kind: 'breaks', hresult: '0x80180012', says: 'the device does not connect', evidence: witnesses.constants },
  remedy: 'Serve a certificate for TLS servers, with all intermediates, below a root that the device trusts.',
  needs: { across: contacts, atLeast: 1, filter: 'attempt' },
  applies: {
    when: 'this tool has seen the TLS of a host, and its chain can be judged despite its dates',
    test: isChainJudged,
  },

  *judge(attempts) {
    const refused = distrusted(attempts).filter(({ about }) => about !== 'dates' && about !== 'name');
    const doubtful = refused.filter(isRefusedForDigest);
    for (const distrust of refused.filter((one) => !doubtful.includes(one))) {
      const { host, error, impact, at } = distrust;
      const why = error === unspecified ? reasonsIn(distrust).map(({ message }) => ` (${message})`) : [];
      yield { message: `The certificate of ${host} does not validate: ${error}${why.join('')}`, at, impact };
    }
    const [first] = doubtful;
    if (!first) return;
    const [reason] = reasonsIn(first);
    throw new UnusableEvidence(
      `${reason?.message ?? first.error}, which the TLS of this run refuses, but a device may accept`,
    );
  },

  counterexamples: [
    { name: 'a self-signed certificate', tls: 'self-signed' },
    { name: 'a root that the device does not trust', tls: 'other-root' },
    { name: 'a certificate for clients', tls: 'wrong-purpose' },
    { name: 'an intermediate that is not sent', tls: 'leaf-only' },
    { name: 'a self-signed certificate of the policy and enrollment services', tls: 'self-signed', of: 'services' },
    { name: 'a self-signed certificate of the management server', tls: 'self-signed', of: 'management' },
    {
      name: 'a self-signed certificate of the sign-in page',
      tls: 'self-signed',
      of: 'authentication',
      and: [{ on: 'discover', xml: { op: 'set', at: '//d:AuthPolicy', to: 'Federated' } }],
    },
  ],
});

/** Node has no name for most errors of OpenSSL. */
const unspecified = 'UNSPECIFIED';

/** The errors of a chain itself, for any root. */
function reasonsIn({ chain, now }: Distrust): readonly PathFinding[] {
  const [leaf, ...above] = chain;
  if (!leaf) return [];
  const { findings } = validatePath(leaf, {
    anchors: chain.slice(-1),
    intermediates: above,
    at: now,
    purpose: 'server',
  });
  return findings.filter(({ rule, stopsDevice }) => stopsDevice || digests.includes(rule));
}

/** OpenSSL refuses these below every root, Windows below those of its own programme. */
const digests: readonly RuleId[] = ['sha1-signature', 'md5-signature'];

function isRefusedForDigest(distrust: Distrust): boolean {
  const reasons = distrust.error === unspecified ? reasonsIn(distrust) : [];
  return reasons.length > 0 && reasons.every(({ rule }) => digests.includes(rule));
}
