import { defineCheck } from '../../harness/engine/rule/check.ts';
import type { Seen } from '../../harness/engine/rule/check.ts';
import { answer, remove } from '../../harness/engine/rule/departures.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { serviceError } from './shared/fault-nodes.ts';

const limited = answer('issue fault', { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' });

/** The particular reason, where a subcode says too little; it counts only with an ErrorType inside. */
export const detail = defineCheck({
  id: 'faults/detail',
  title: 'A DeviceEnrollmentServiceError has an ErrorType and a Message',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-12'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device falls back to the subcode where the detail says too little' },
  remedy: 'Send ErrorType and Message in the detail, or no detail.',
  needs: { each: faultKinds, filter: 'fault' },
  applies: {
    when: 'the fault has a DeviceEnrollmentServiceError',
    test: ({ fault }) => serviceError(fault) !== undefined,
  },

  *judge({ fault }) {
    const error = serviceError(fault);
    if (!error) return;
    const absent = (name: string): Seen => ({ message: `The ${error.element} has no ${name}`, at: error.node });
    if (!error.errorType) yield absent('ErrorType');
    if (!error.message) yield absent('Message');
  },

  counterexamples: [
    { name: 'no ErrorType', ...limited, and: [remove('issue fault', '//wstep:ErrorType')] },
    { name: 'no Message', ...limited, and: [remove('issue fault', '//wstep:Message')] },
  ],
});
