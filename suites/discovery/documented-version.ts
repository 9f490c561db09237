import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { decimalOf, valuesOf } from './shared/result.ts';

const documented: readonly number[] = [3, 4, 5, 6, 7, 8, 9];

/**
 * Each version defines what the device sends afterwards; other versions are undefined. MS-MDE2 3.1.4.1.3.2 has 3.0 to 7.0 in revision
 * 18.0, and up to 9.0 in revision 19.0 as go-microsoft-dm reports it, whose Windows 11 25H2 enrolled with 9.0.
 */
export const documentedVersion = defineCheck({
  id: 'discovery/documented-version',
  title: 'EnrollmentVersion is a whole version from 3.0 to 9.0',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['DISC-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device does with a version that no document has' },
  remedy: 'Send the highest documented version that the server knows and the device asked for.',
  needs: { each: 'discover' },
  applies: { when: 'EnrollmentVersion is a number', test: ({ payload }) => numbersOf(payload).length > 0 },

  *judge({ payload }) {
    for (const { node, version } of numbersOf(payload)) {
      if (!documented.includes(version)) {
        const actual = node.text.trim();
        yield {
          message: `EnrollmentVersion is "${actual}"`,
          at: node,
          expected: documented.map((number) => `${number}.0`).join(' or '),
          actual,
        };
      }
    }
  },

  counterexamples: [
    { name: 'a version of Windows 8.1', ...set('discover', '//d:EnrollmentVersion', '1.0') },
    { name: 'a version of the future', ...set('discover', '//d:EnrollmentVersion', '42.0') },
    { name: 'a version between two others', ...set('discover', '//d:EnrollmentVersion', '3.5') },
  ],
});

function numbersOf(payload: XmlNode): { readonly node: XmlNode; readonly version: number }[] {
  return valuesOf(payload, 'EnrollmentVersion').flatMap((node) => {
    const version = decimalOf(node.text);
    return version === undefined ? [] : [{ node, version }];
  });
}
