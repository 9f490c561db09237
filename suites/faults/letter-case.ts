import { defineCheck } from '../../harness/engine/rule/check.ts';
import { rename, set } from '../../harness/engine/rule/departures.ts';
import { refusalImpact } from '../../harness/engine/rule/refusal-impact.ts';
import type { Tolerance } from '../../harness/protocol/faults/tolerance.ts';
import { faultKinds } from './shared/fault-kinds.ts';

/** Microsoft prints its sample in lower case, and servers copied it. XML names are case-sensitive. */
export const letterCase = defineCheck({
  id: 'faults/letter-case',
  title: 'A fault is written in the letter case of SOAP 1.2',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['FLT-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a fault in which single names are misspelt' },
  remedy: 'Write Envelope, Header, Body, Fault, Code, Subcode, Value, Reason, Text, Detail and s:Receiver just so.',
  needs: { each: faultKinds, filter: 'fault' },

  *judge(evidence) {
    const [first, ...others] = evidence.fault.tolerances.filter(isMisspelt);
    if (!first) return;
    const more = others.length === 0 ? '' : `, and ${others.length} more in another letter case`;
    const impact = evidence.fault.form === 'lower-case' ? refusalImpact(evidence) : undefined;
    yield { message: `${first.message}${more}`, at: first.at, ...(impact && { impact }) };
  },

  counterexamples: [
    { name: 'a fault in lower case', ...rename('issue fault', '//s:Fault', 'fault') },
    { name: 'a code in lower case', ...set('get-policies fault', '//s:Code/s:Value', 's:receiver') },
  ],
});

/** The values of a subcode and of ErrorType may be in any letter case. */
function isMisspelt({ id, at }: Tolerance): boolean {
  if (id === 'letter-case') return true;
  const { name } = at;
  if (id === 'detail-name') return name.toLowerCase() === 'deviceenrollmentserviceerror';
  return id === 'value-case' && name.toLowerCase() === 'value' && at.parent?.name.toLowerCase() === 'code';
}
