import { defineRefusal } from '../../harness/engine/rule/define-refusal.ts';

/** A mistyped name is a mistake like a mistyped password, so the user gets the same message. */
export const unknownUser = defineRefusal({
  id: 'faults/unknown-user',
  title: 'An unknown user is refused with subcode Authentication',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['FLT-06'],
  since: '0.1.0',
  impact: { kind: 'security', says: 'somebody whom the server does not know gets policies or a certificate' },
  remedy: 'Answer the name of a user whom the server does not know with a SOAP fault whose subcode is Authentication.',
  kinds: ['get-policies', 'issue'],
  deviation: 'unknown-user',
  asked: '>mde-conformance-nobody@',
  due: ['Authentication'],
});
