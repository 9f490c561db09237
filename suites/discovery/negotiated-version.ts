import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { Evidence } from '../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { askedFor } from './shared/request.ts';
import { decimalOf, valuesOf } from './shared/result.ts';

/** RequestVersion is the highest that the device speaks. */
export const negotiatedVersion = defineCheck({
  id: 'discovery/negotiated-version',
  title: 'EnrollmentVersion is not above the RequestVersion of the device',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-09'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does with a version that it did not ask for' },
  remedy: 'Send the lower of RequestVersion and the highest version of the server.',
  needs: { each: 'discover' },
  applies: {
    when: 'RequestVersion and EnrollmentVersion are numbers',
    test: (evidence) =>
      requestedBy(evidence) !== undefined && valuesOf(evidence.payload, 'EnrollmentVersion').some(isNumber),
  },

  *judge(evidence) {
    const requested = requestedBy(evidence);
    for (const node of valuesOf(evidence.payload, 'EnrollmentVersion')) {
      const version = decimalOf(node.text);
      if (requested !== undefined && version !== undefined && version > requested) {
        const actual = node.text.trim();
        yield {
          message: `EnrollmentVersion is "${actual}"`,
          at: node,
          expected: `at most ${requested.toFixed(1)}`,
          actual,
        };
      }
    }
  },

  counterexamples: [{ name: 'the highest version for everybody', ...set('discover', '//d:EnrollmentVersion', '7.0') }],
});

function requestedBy(evidence: Evidence): number | undefined {
  return decimalOf(askedFor(evidence)?.textAt('d:RequestVersion') ?? '');
}

function isNumber(node: XmlNode): boolean {
  return decimalOf(node.text) !== undefined;
}
