import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace, set } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';

/** Windows 11 26200 took the older namespace (go-microsoft-dm); a document does not allow it. */
export const managementNamespace = defineCheck({
  id: 'management/namespace',
  title: 'The message is SyncML 1.2 of device management, and says so in its namespace and its versions',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-02'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'what a device makes of a message of another version' },
  remedy: 'Write SyncML in the namespace SYNCML:SYNCML1.2, with VerDTD 1.2 and VerProto DM/1.2.',
  needs: { each: 'manage' },

  *judge({ answer: { root }, managed: { header }, at }) {
    if (root.namespace !== namespaces.sync)
      yield {
        message: `The namespace is "${root.namespace}"`,
        at: root,
        expected: namespaces.sync,
        actual: root.namespace,
      };
    for (const [name, expected] of [
      ['VerDTD', '1.2'],
      ['VerProto', 'DM/1.2'],
    ] as const) {
      const node = header?.children.find((child) => child.name === name);
      if (!node) yield { message: `SyncHdr has no ${name}`, at: header ?? at('body'), expected };
      else if (node.text.trim() !== expected)
        yield { message: `${name} is "${node.text}"`, at: node, expected, actual: node.text };
    }
  },

  counterexamples: [
    { name: 'SyncML 1.1', ...replace('manage', 'SYNCML:SYNCML1.2', 'SYNCML:SYNCML1.1') },
    { name: 'another DTD', ...set('manage', '//sync:VerDTD', '1.1') },
    { name: 'another protocol', ...set('manage', '//sync:VerProto', 'DM/1.1') },
    { name: 'no protocol', on: 'manage', xml: { op: 'remove', at: '//sync:VerProto' } },
  ],
});
