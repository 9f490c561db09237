// A vendor's own rules, judged beside those of the specifications: `npx mde-conformance run target.yaml --checks ./acme.mjs`.
import { defineCheck, defineScenario } from 'mde-conformance';

/** Our support finds a request in the log by this field. */
const traceId = defineCheck({
  id: 'acme/trace-id',
  title: 'Each answer of the discovery service names the request in X-Acme-Trace, if it has that field',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['ACME-01'],
  since: '1.0.0',
  impact: { kind: 'unknown', says: 'support cannot find the request in the log' },
  remedy: 'Set X-Acme-Trace to the id under which the log has the request: 16 hexadecimal digits',
  needs: { each: 'discover', filter: 'answered' },
  applies: {
    when: 'the answer has X-Acme-Trace',
    test: ({ response }) => response.headers.some(([name]) => name.toLowerCase() === 'x-acme-trace'),
  },
  *judge(evidence) {
    for (const { value } of evidence.headers('X-Acme-Trace')) {
      if (!/^[0-9a-f]{16}$/.test(value))
        yield { message: `X-Acme-Trace is "${value}"`, at: evidence.at('headers', 'X-Acme-Trace'), expected: '16 hexadecimal digits' };
    }
  },
  counterexamples: [{ name: 'a trace id that is no id', on: 'discover', header: 'X-Acme-Trace', to: 'none' }],
});

export default { prefix: 'acme', checks: [traceId] };
