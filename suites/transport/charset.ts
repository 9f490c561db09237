import { defineCheck } from '../../harness/engine/rule/check.ts';
import { addHeader, header } from '../../harness/engine/rule/departures.ts';
import { readMarkup } from '../envelope/shared/markup.ts';
import { readableAs } from './shared/readable-as.ts';

/** A parameter of a media type, whose value may be quoted and then hold what looks like another parameter. */
const parameter = /;\s*([\w-]+)\s*=\s*("[^"]*"|[^\s;,"]+)/g;

/**
 * RFC 7303 section 3: where no byte order mark says otherwise, the charset of Content-Type decides how XML is read, and its own declaration
 * does not. So a reader that follows the label finds no message.
 */
export const charset = defineCheck({
  id: 'transport/charset',
  title: 'A SOAP answer can be read by each charset that its Content-Type names',
  level: 'MUST',
  basis: 'specification',
  requirements: ['TRN-33'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device follows the label; one that does cannot read the answer' },
  remedy: 'Send one Content-Type, with the charset in which the answer is written: utf-8.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'response' },
  applies: {
    when: 'the answer is meant as a SOAP message, and its Content-Type names a charset',
    test: ({ response, headers }) =>
      readMarkup(response.body).isEnvelope && headers('Content-Type').some(({ value }) => charsetsIn(value).length > 0),
  },

  *judge({ response, headers }) {
    for (const field of headers('Content-Type')) {
      for (const label of charsetsIn(field.value)) {
        if (readableAs(response.body, label)) continue;
        yield {
          message: `Content-Type is "${field.value}", and as ${label} the answer cannot be read`,
          at: field,
          expected: 'utf-8',
          actual: label,
        };
      }
    }
  },

  counterexamples: [
    {
      name: 'a label of UTF-16 over UTF-8',
      ...header('get-policies', 'Content-Type', 'application/soap+xml; charset=utf-16'),
    },
    {
      name: 'a second label that contradicts the first',
      ...addHeader('discover', 'Content-Type', 'application/soap+xml; charset="utf-16le"'),
    },
  ],
});

function charsetsIn(value: string): readonly string[] {
  return [...value.matchAll(parameter)]
    .filter(([, name = '']) => name.toLowerCase() === 'charset')
    .map(([, , label = '']) => label.replaceAll('"', '').toLowerCase());
}
