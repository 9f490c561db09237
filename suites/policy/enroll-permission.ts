import { defineCheck } from '../../harness/engine/rule/check.ts';
import { set } from '../../harness/engine/rule/departures.ts';
import type { XmlNode } from '../../harness/protocol/xml/tree.ts';
import { attributesPath } from './shared/paths.ts';
import { booleanOf } from './shared/values.ts';

const path = `${attributesPath}/x:permission/x:enroll`;

/** If the server issues a certificate to a user, its policy has to allow him to enroll. */
export const enrollPermission = defineCheck({
  id: 'policy/enroll-permission',
  title: 'permission/enroll of a policy is true for a user who then enrolls',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['POL-25'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device heeds the permission; one that does asks for no certificate' },
  remedy: 'Send true in permission/enroll of the policy by which the user may enroll.',
  needs: { flow: ['get-policies', 'issue'] },
  applies: {
    when: 'a policy says whether the user may enroll',
    test: ({ 'get-policies': policies }) => policies.payload.find(path) !== undefined,
  },

  *judge({ 'get-policies': policies }) {
    const permissions = policies.payload.all(path);
    if (permissions.some(booleanOf)) return;
    for (const permission of permissions) yield refused(permission);
  },

  counterexamples: [
    { name: 'no permission', ...set('get-policies', '//x:enroll', 'false') },
    { name: 'no boolean', ...set('get-policies', '//x:enroll', 'yes') },
  ],
});

function refused(permission: XmlNode): { message: string; at: XmlNode; expected: string; actual: string } {
  const { text } = permission;
  return {
    message: `enroll is "${text}", and the server issued a certificate`,
    at: permission,
    expected: 'true',
    actual: text,
  };
}
