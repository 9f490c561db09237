import { defineCheck } from '../../harness/engine/rule/check.ts';
import { replace } from '../../harness/engine/rule/departures.ts';

const declaration = /^[\s\uFEFF]*<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/;

/** The strings of the provisioning document are defined in UTF-8, and so is every published answer. */
export const encoding = defineCheck({
  id: 'transport/encoding',
  title: 'Answers are written in UTF-8, and their XML declaration, if any, says so',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-25'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads another encoding than UTF-8' },
  remedy: 'Write answers in UTF-8; leave the encoding out of the XML declaration or name UTF-8.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'] },

  *judge({ response, at }) {
    const text = Buffer.from(response.body).toString('utf8');
    const declared = declaration.exec(text)?.[1] ?? 'utf-8';
    if (!/^(utf-8|us-ascii)$/i.test(declared)) {
      yield {
        message: `The XML declaration names encoding "${declared}"`,
        at: at('body'),
        expected: 'utf-8',
        actual: declared,
      };
    } else if (text.includes('\uFFFD') && !Buffer.from(text).equals(response.body)) {
      yield { message: 'The body is not valid UTF-8', at: at('body') };
    }
  },

  counterexamples: [
    {
      name: 'another encoding',
      ...replace('discover', '<s:Envelope', '<?xml version="1.0" encoding="iso-8859-1"?><s:Envelope'),
    },
  ],
});
