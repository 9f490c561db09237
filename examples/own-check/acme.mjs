// A vendor's own rules, judged beside those of the specifications: `npx mde-conformance run target.yaml --checks ./acme.mjs`.
import { defineCheck, defineScenario } from 'mde-conformance';

const traceId = defineCheck({
  id: 'acme/trace-id',
  title: 'X-Acme-Trace of an answer to Discover is the id under which the log has the request',
  level: 'MUST',
  basis: 'documentation',
  requirements: ['ACME-01'],
  since: '1.0.0',
  impact: { kind: 'unknown', says: 'support cannot find the request in the log' },
  remedy: 'Set X-Acme-Trace to the id of the request: 16 hexadecimal digits',
  needs: { each: 'discover', filter: 'answered' },
  applies: { when: 'the answer has X-Acme-Trace', test: ({ headers }) => headers('X-Acme-Trace').length > 0 },
  *judge({ headers, at }) {
    for (const { value } of headers('X-Acme-Trace')) {
      if (!/^[0-9a-f]{16}$/.test(value)) {
        yield {
          message: `X-Acme-Trace is "${value}"`,
          at: at('headers', 'X-Acme-Trace'),
          expected: '16 hexadecimal digits',
        };
      }
    }
  },
  counterexamples: [{ name: 'a trace id that is none', on: 'discover', header: 'X-Acme-Trace', to: 'none' }],
});

/** Sends what no scenario of the suite sends. */
const threeDiscoveries = defineScenario({
  id: 'acme/three-discoveries',
  title: 'One device sends Discover three times in a row',
  effect: 'read',
  devices: 1,
  async drive(context) {
    const device = context.device('acme-three-discoveries');
    const discovery = context.discovery();
    // A table of requests stands between two plain ones: if those fail, the others prove nothing.
    if (!(await device.discover(discovery, { name: 'before', control: true }))) return;
    for (const name of ['first', 'second', 'third']) {
      await device.discover(discovery, { name, family: 'acme/three-discoveries', variant: `the ${name} Discover` });
    }
    await device.discover(discovery, { name: 'after', control: true });
  },
});

const steadyAddress = defineCheck({
  id: 'acme/steady-address',
  title: 'Whichever node answers, Discover names the same enrollment service',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['ACME-02', 'DISC-01'],
  since: '1.0.0',
  impact: { kind: 'unknown', says: 'a device may meet a node that does not know it' },
  remedy: 'Give all nodes the same public address',
  needs: { across: 'discover', atLeast: 3, where: { family: 'acme/three-discoveries' } },
  *judge([first, ...others]) {
    const address = ({ answer }) => answer.text('//d:EnrollmentServiceUrl');
    for (const other of others) {
      if (address(other) !== address(first)) {
        yield { message: `EnrollmentServiceUrl is ${address(other)}`, at: other.at('body'), expected: address(first) };
      }
    }
  },
  counterexamples: [
    {
      name: 'a node with an address of its own',
      on: 'discover',
      xml: { op: 'set', at: '//d:EnrollmentServiceUrl', to: 'https://node-2.contoso.example/Enroll.svc' },
      every: 2,
    },
  ],
});

export default {
  prefix: 'acme',
  checks: [traceId, steadyAddress],
  scenarios: [threeDiscoveries],
  requirements: [
    { id: 'ACME-01', rule: 'Each answer names the request by the id of the log', source: 'ACME handbook, section 4' },
    { id: 'ACME-02', rule: 'All nodes answer alike', source: 'ACME handbook, section 7' },
  ],
};
