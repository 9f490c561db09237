import type { Seen } from '../../../harness/engine/rule/check.ts';
import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import { namespaces } from '../../../harness/protocol/xml/namespaces.ts';

/** A request in SOAP 1.1 may be answered in SOAP 1.1 (MS-MDE2 2.1): what SOAP 1.2 demands of an answer is not for that one. */
export const toSoap12 = {
  when: 'the request is SOAP 1.2',
  test: ({ facts }: Pick<Evidence, 'facts'>): boolean => !facts.deviations.includes('soap-version'),
} as const;

/** An envelope of another version than SOAP 1.2. */
export function* versionFinding({ answer: { root } }: Pick<Evidence, 'answer'>): Iterable<Seen> {
  const { namespace: actual } = root;
  if (actual === namespaces.s) return;
  yield { message: `The envelope is in namespace ${actual}`, at: root, expected: namespaces.s, actual };
}
