import type { Evidence } from '../../../harness/engine/evidence/evidence.ts';
import type { XmlNode } from '../../../harness/protocol/xml/tree.ts';
import { appAuths } from './app-auths.ts';
import { parmsNamed, valueOf, valuePlace } from './parms.ts';

/**
 * The values of one parm in the credentials of a document, without those of BASIC where `onlyDigest`. A secret is a placeholder, whose
 * number is the same where the secret is the same.
 */
export function accountValues(
  { provisioning }: Evidence,
  name: 'AAUTHSECRET' | 'AAUTHDATA',
  onlyDigest = false,
): { readonly value: string; readonly node: XmlNode }[] {
  return appAuths(provisioning.application)
    .filter(({ node }) => !onlyDigest || !parmsNamed(node, 'AAUTHTYPE').some((type) => valueOf(type) === 'BASIC'))
    .flatMap(({ node }) => parmsNamed(node, name))
    .map((parm) => ({ value: valueOf(parm), node: valuePlace(parm) }))
    .filter(({ value }) => value.trim() !== '');
}
