import { defineCheck } from '../../harness/engine/rule/check.ts';
import { provisioning } from '../../harness/engine/rule/departures.ts';
import { parmsNamed, valueOf, valuePlace } from './shared/parms.ts';

const encodings = ['application/vnd.syncml.dm+xml', 'application/vnd.syncml.dm+wbxml'];

/** In which of two forms the device writes its messages. */
export const defaultEncoding = defineCheck({
  id: 'provisioning/default-encoding',
  title: 'DEFAULTENCODING is application/vnd.syncml.dm+xml or application/vnd.syncml.dm+wbxml',
  level: 'MUST',
  basis: 'specification',
  requirements: ['PROV-24'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether the device takes an account with an encoding that it does not know' },
  remedy: 'Send one of the two types as it stands, or leave DEFAULTENCODING out.',
  needs: { each: 'issue' },
  applies: {
    when: 'the document has a DEFAULTENCODING',
    test: ({ provisioning: { application } }) => parmsNamed(application, 'DEFAULTENCODING').length > 0,
  },

  *judge({ provisioning: { application } }) {
    for (const encoding of parmsNamed(application, 'DEFAULTENCODING')) {
      const actual = valueOf(encoding);
      if (!encodings.includes(actual)) {
        const expected = encodings.join(' or ');
        yield { message: `DEFAULTENCODING is "${actual}"`, at: valuePlace(encoding), expected, actual };
      }
    }
  },

  counterexamples: [
    { name: 'another type', ...provisioning.set('//parm[@name="DEFAULTENCODING"]/@value', 'application/xml') },
    { name: 'an empty type', ...provisioning.set('//parm[@name="DEFAULTENCODING"]/@value', '') },
  ],
});
