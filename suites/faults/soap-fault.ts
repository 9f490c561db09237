import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, close } from '../../harness/engine/rule/departures.ts';
import { faultFinding } from './shared/fault-finding.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { isRefusal, whenRefused } from './shared/refusal.ts';

/** Only a fault tells a device why it was refused. For a page, JSON or no answer, it shows a code about the network. */
export const soapFault = defineCheck({
  id: 'faults/soap-fault',
  title: 'A wrong request is refused with a SOAP fault, never with HTML, JSON, an empty body or a closed connection',
  level: 'MUST',
  basis: 'windows',
  requirements: ['FLT-15', 'FLT-20'],
  since: '0.1.0',
  impact: {
    kind: 'breaks',
    says: 'the device shows the HTTP status or a network error instead of the reason of the refusal',
    evidence: { by: 'reported', source: 'fleetdm/fleet issues 42144 and 34993' },
  },
  seen: 'fleetdm/fleet issues 42144 and 34993: 0x801900C8 for a page with status 200, 0x80190190 for a bare status 400',
  remedy: 'Answer each request that is refused with a SOAP 1.2 fault, whatever goes wrong in the server.',
  needs: { each: faultKinds, filter: 'refusal' },
  applies: { when: whenRefused, test: isRefusal },

  *judge(evidence) {
    yield* faultFinding(evidence);
  },

  counterexamples: [
    { name: 'a refusal as JSON', ...answer('get-policies fault', { as: 'json' }) },
    { name: 'an error page', ...answer('issue fault', { as: 'html' }) },
    { name: 'an empty refusal', ...answer('issue fault', { as: 'empty' }) },
    { name: 'a closed connection', ...close('issue fault') },
    { name: 'an error page of the discovery service', ...answer('discover fault', { as: 'html' }) },
  ],
});
