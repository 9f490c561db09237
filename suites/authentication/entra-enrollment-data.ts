import { defineCheck } from '../../harness/engine/rule/check.ts';
import { behaves } from '../../harness/engine/rule/departures.ts';
import { issuedInstead } from '../../harness/engine/rule/issued-instead.ts';

/** A server may do without EnrollmentData, which clients leave out; what it gets ought to be its own. */
export const entraEnrollmentDataCheck = defineCheck({
  id: 'authentication/entra-enrollment-data',
  title: 'A request with EnrollmentData that the terms of use did not give is refused',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TOU-09'],
  since: '0.1.0',
  contrived: true,
  impact: { kind: 'unknown', says: 'whether a device was enrolled by a user who accepted the terms' },
  remedy:
    'Bind OpaqueBlob to the user who accepted, and refuse another EnrollmentData with the ErrorType InvalidEnrollmentData.',
  needs: { each: 'issue', where: { deviation: 'enrollment-data' } },

  *judge(evidence) {
    if (evidence.state !== 'success') return;
    const issued = issuedInstead(evidence);
    yield {
      message: 'The server accepted changed EnrollmentData',
      at: issued?.at ?? evidence.at('status'),
      expected: 'a refusal with InvalidEnrollmentData',
      ...(issued && { actual: issued.says }),
    };
  },

  counterexamples: [{ name: 'EnrollmentData that nobody looks at', ...behaves({ enrollmentDataIsIgnored: true }) }],
});
