import { defineCheck } from '../../harness/engine/rule/check.ts';
import { answer, set } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import { faultKinds } from './shared/fault-kinds.ts';
import { serviceError } from './shared/fault-nodes.ts';

const limited = { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' } as const;

/** A constant TraceId identifies no attempt. */
export const traceIdUniqueness = defineCheck({
  id: 'faults/trace-id-uniqueness',
  title: 'TraceId differs with each attempt',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-14'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether anybody finds the record of this attempt on the server' },
  remedy: 'Send in TraceId what the log of the server calls this one attempt.',
  needs: { across: faultKinds, filter: 'fault', atLeast: 2 },
  applies: {
    when: 'two faults or more have a TraceId',
    test: (refused) => refused.filter(hasTraceId).length > 1,
  },

  *judge(refused) {
    const seen = new Map<string, Evidence>();
    for (const item of refused.filter(hasTraceId)) {
      const error = serviceError(item.fault);
      const id = error?.traceId ?? '';
      const first = seen.get(id);
      if (error && first) {
        yield {
          message: `TraceId is "${id}", as in exchange ${first.exchange.index}`,
          at: error.node.find('*[local-name()="TraceId"]') ?? error.node,
          actual: id,
        };
      } else seen.set(id, item);
    }
  },

  counterexamples: [
    {
      name: 'a constant',
      ...answer('get-policies fault', limited),
      and: [
        answer('issue fault', limited),
        set('get-policies fault', '//wstep:TraceId', 'mdm-server'),
        set('issue fault', '//wstep:TraceId', 'mdm-server'),
      ],
    },
  ],
});

function hasTraceId({ fault }: Evidence): boolean {
  return (serviceError(fault)?.traceId ?? '') !== '';
}
