import { defineTolerance } from '../../harness/engine/rule/define-tolerance.ts';
import { witnesses } from '../../harness/engine/rule/witnesses.ts';

/** Windows writes the letter case that the user typed, and the port although it is the default one. */
export const toAddresses = defineTolerance({
  id: 'envelope/to-addresses',
  title: 'To is no reason to refuse a request, whatever its letter case, port and host',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENV-18', 'ROB-02'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'devices that reach the server by another name, or write its address in another letter case, cannot enroll',
    evidence: witnesses.steps,
  },
  remedy: 'Do not compare To with the address of the service.',
  kind: ['discover', 'get-policies', 'issue'],
  family: 'to-addresses',
  refusals: {
    'a comparison with its own name': 'https://other-host.example/',
    'a comparison of letters': /To[^>]*>HTTPS:/,
  },
});
