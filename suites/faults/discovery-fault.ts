import { defineCheck } from '../../harness/engine/check.ts';
import { answer, close, status } from '../../harness/engine/departures.ts';
import { faultFinding } from './shared/fault-finding.ts';
import { isRefusal, whenRefused } from './shared/refusal.ts';

/** A server that refuses at its front door mostly does so outside of the code that knows SOAP. */
export const discoveryFault = defineCheck({
  id: 'faults/discovery-fault',
  title: 'A Discover that a device may send is refused, if at all, with a SOAP fault',
  level: 'MUST',
  basis: 'windows',
  requirements: ['FLT-20'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    hresult: '0x801900C8',
    says: 'the enrollment ends at its first message and nobody is told why',
  },
  remedy: 'Answer a Discover that the server does not want with a SOAP 1.2 fault.',
  needs: { each: 'discover', want: 'attempt' },
  applies: { when: whenRefused, test: isRefusal },

  *judge(evidence) {
    yield* faultFinding(evidence);
  },

  counterexamples: [
    { name: 'an error page', ...answer('discover', { as: 'html' }), and: [status('discover', 500)] },
    { name: 'a closed connection', ...close('discover') },
  ],
});
