import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';
import { namespaces } from '../../harness/protocol/xml/namespaces.ts';
import { readMarkup } from './shared/markup.ts';

const versions: readonly string[] = [namespaces.s, namespaces.s11];

/** SOAP 1.2 part 1, section 5: without this frame nothing in an answer has a meaning, be it a message or a fault. */
export const structure = defineCheck({
  id: 'envelope/structure',
  title: 'Every SOAP answer is an Envelope of SOAP that holds one Body',
  level: 'MUST',
  basis: 'specification',
  requirements: ['ENV-01'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device finds a message or a fault in such an answer' },
  remedy: 'Answer with one Envelope in the namespace of SOAP 1.2, which has one Body in the same namespace.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'response' },
  applies: {
    when: 'the answer is meant as a SOAP message and is readable XML',
    test: ({ response, syntaxError }) => syntaxError === undefined && readMarkup(response.body).isEnvelope,
  },

  *judge({ answer: { root } }) {
    if (root.name !== 'Envelope' || !versions.includes(root.namespace)) {
      const actual = `{${root.namespace}}${root.name}`;
      yield { message: `The root element is ${actual}`, at: root, expected: `{${namespaces.s}}Envelope`, actual };
      return;
    }
    const bodies = root.children.filter(({ name, namespace }) => name === 'Body' && namespace === root.namespace);
    if (bodies.length !== 1) {
      const actual = String(bodies.length);
      yield { message: `The Envelope has ${actual} Body elements`, at: bodies[1] ?? root, expected: '1', actual };
    }
  },

  counterexamples: [
    { name: 'a namespace that no version of SOAP has', ...replace('discover', namespaces.s, 'urn:example:soap') },
    { name: 'two bodies', ...replace('get-policies', '</s:Body>', '</s:Body><s:Body/>') },
    {
      name: 'a Body without its prefix',
      ...replace('issue', '<s:Body', '<Body'),
      and: [replace('issue', '</s:Body>', '</Body>')],
    },
  ],
});
