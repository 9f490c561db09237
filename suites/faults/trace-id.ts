import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, remove, set } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { serviceError } from './shared/fault-nodes.ts';

const limited = answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' });

/** With the TraceId, an administrator finds the log entry for the error that a user sees. */
export const traceId = defineCheck({
  id: 'faults/trace-id',
  title: 'A DeviceEnrollmentServiceError has a TraceId that is not empty',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anybody finds the record of this attempt on the server' },
  remedy: 'Send in TraceId what the log of the server calls this attempt.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has a DeviceEnrollmentServiceError',
    test: ({ fault }) => serviceError(fault) !== undefined,
  },

  *judge({ fault }) {
    const error = serviceError(fault);
    if (!error || error.traceId) return;
    const lack = error.traceId === undefined ? 'has no TraceId' : 'has an empty TraceId';
    yield { message: `The ${error.element} ${lack}`, at: error.node };
  },

  counterexamples: [
    { name: 'no TraceId', ...limited, and: [remove('issue fault', '//wstep:TraceId')] },
    { name: 'an empty TraceId', ...limited, and: [set('issue fault', '//wstep:TraceId', ' ')] },
  ],
});
