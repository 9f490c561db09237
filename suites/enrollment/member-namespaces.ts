import { defineCheck } from '../../harness/engine/rule/check.ts';
import { rename } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { membersNamed } from './shared/responses.ts';

const names = ['DispositionMessage', 'RequestID'];

/** WS-Trust does not define these two elements. Without their own declaration they are in its namespace. */
export const memberNamespaces = defineCheck({
  id: 'enrollment/member-namespaces',
  title: 'RequestID and DispositionMessage are in the namespace of MS-WSTEP',
  level: 'SHOULD',
  basis: 'interoperability',
  requirements: ['ENR-10'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device that reads these elements finds them' },
  remedy: 'Declare xmlns="http://schemas.microsoft.com/windows/pki/2009/01/enrollment" on both elements.',
  needs: { each: ['issue', 'renew'] },
  applies: {
    when: 'the response has a RequestID or a DispositionMessage',
    test: ({ payload }) => names.some((name) => membersNamed(payload, name).length > 0),
  },

  *judge({ payload }) {
    for (const member of names.flatMap((name) => membersNamed(payload, name))) {
      if (member.namespace !== namespaces.wstep) {
        yield {
          message: `${member.name} is in ${member.namespace === '' ? 'no namespace' : `the namespace ${member.namespace}`}`,
          at: member,
          expected: namespaces.wstep,
          actual: member.namespace,
        };
      }
    }
  },

  counterexamples: [
    { name: 'a RequestID of WS-Trust', ...rename('issue', '//wstep:RequestID', `{${namespaces.wst}}RequestID`) },
    {
      name: 'a DispositionMessage of the policy service',
      ...rename('issue', '//wstep:DispositionMessage', `{${namespaces.x}}DispositionMessage`),
    },
  ],
});
