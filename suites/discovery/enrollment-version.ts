import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import { decimalOf, valuesOf } from './shared/result.ts';

/** The version decides what else the device sends, so it has to be a number. */
export const enrollmentVersion = defineCheck({
  id: 'discovery/enrollment-version',
  title: 'EnrollmentVersion is a decimal number',
  level: 'MUST',
  basis: 'specification',
  requirements: ['DISC-08'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a version that is no number' },
  remedy: 'Send a version such as 4.0, or leave EnrollmentVersion out, which means 3.0.',
  needs: { each: 'discover' },
  applies: {
    when: 'the answer has an EnrollmentVersion that is not nil',
    test: ({ payload }) => valuesOf(payload, 'EnrollmentVersion').length > 0,
  },

  *judge({ payload }) {
    for (const version of valuesOf(payload, 'EnrollmentVersion')) {
      if (decimalOf(version.text) === undefined) {
        yield { message: `EnrollmentVersion is "${version.text}"`, at: version, expected: '4.0', actual: version.text };
      }
    }
  },

  counterexamples: [
    { name: 'a version with a letter', ...set('discover', '//d:EnrollmentVersion', 'v4.0') },
    { name: 'three parts', ...set('discover', '//d:EnrollmentVersion', '4.0.0') },
    { name: 'nothing', ...set('discover', '//d:EnrollmentVersion', '') },
  ],
});
