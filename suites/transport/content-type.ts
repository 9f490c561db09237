import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';
import { readMarkup } from '../envelope/shared/markup.ts';
import { toSoap12 } from '../envelope/shared/request-version.ts';

/** How the device knows that the answer is SOAP 1.2 and not a page for a browser. */
export const contentType = defineCheck({
  id: 'transport/content-type',
  title: 'SOAP answers carry Content-Type application/soap+xml in UTF-8',
  level: 'SHOULD',
  basis: 'documentation',
  requirements: ['TRN-15'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads an answer of another type; every published one has this' },
  remedy: 'Send Content-Type: application/soap+xml; charset=utf-8.',
  needs: { each: ['discover', 'get-policies', 'issue', 'renew'], filter: 'response' },
  applies: {
    when: 'the answer is meant as a SOAP message to a request in SOAP 1.2, and is no fault (`faults/content-type`)',
    test: (evidence) =>
      toSoap12.test(evidence) && evidence.state !== 'fault' && readMarkup(evidence.response.body).isEnvelope,
  },

  *judge({ headers, at }) {
    const expected = 'application/soap+xml; charset=utf-8';
    const fields = headers('Content-Type');
    if (fields.length === 0) yield { message: 'The answer has no Content-Type', at: at('headers'), expected };
    for (const field of fields) {
      const [type = '', ...parameters] = field.value.split(';').map((part) => part.trim().toLowerCase());
      const charset = parameters.find((parameter) => parameter.startsWith('charset='));
      const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
      if (type !== 'application/soap+xml' || !isUtf8) {
        yield { message: `Content-Type is "${field.value}"`, at: field, expected, actual: field.value };
      }
    }
  },

  counterexamples: [
    { name: 'the type of SOAP 1.1', ...header('discover', 'Content-Type', 'text/xml; charset=utf-8') },
    { name: 'another charset', ...header('get-policies', 'Content-Type', 'application/soap+xml; charset=iso-8859-1') },
    { name: 'no type', ...header('issue', 'Content-Type') },
  ],
});
