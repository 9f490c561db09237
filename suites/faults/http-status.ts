import { defineCheck } from '../../harness/engine/rule/check.ts';
import { status } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';

/** SOAP 1.2 sends a Receiver's fault with 500, shipping servers send 200; of other statuses devices show the number. */
export const httpStatus = defineCheck({
  id: 'faults/http-status',
  title: 'A fault comes with HTTP status 500 or 200',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-16'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a fault of this status, or shows the status alone' },
  remedy: 'Send faults with HTTP status 500.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge({ response, at }) {
    if (response.status === 200 || response.status === 500) return;
    yield {
      message: `The HTTP status of the fault is ${response.status}`,
      at: at('status'),
      expected: '500 or 200',
      actual: String(response.status),
    };
  },

  counterexamples: [
    { name: 'the status of a wrong request', ...status('issue fault', 400) },
    { name: 'the status of a missing login', ...status('get-policies fault', 401) },
  ],
});
