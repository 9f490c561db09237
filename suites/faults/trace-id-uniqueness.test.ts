import { answer } from '../../harness/engine/rule/departures.ts';
import { testCheck } from '../../harness/testing/check-tester.ts';
import { traceIdUniqueness } from './trace-id-uniqueness.ts';

const limited = { as: 'fault', subcode: 'Authentication', errorType: 'CustomServerError' } as const;

testCheck(traceIdUniqueness, {
  cleanIs: 'inapplicable',
  fails: [/^TraceId is "mdm-server", as in exchange \d+$/],
  passes: { 'one for each': [answer('get-policies fault', limited), answer('issue fault', limited)] },
  inapplicable: { 'a single one': answer('issue fault', limited) },
  inconclusive: { 'a single fault': answer('issue fault', { as: 'json' }) },
});
