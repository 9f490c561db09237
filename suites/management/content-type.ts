import { defineCheck } from '../../harness/engine/rule/check.ts';
import { header } from '../../harness/engine/rule/departures.ts';

const syncml = /^\s*application\/vnd\.syncml\.dm\+xml\s*(?:;|$)/i;

/** No device asked for WBXML, the other form. */
export const managementContentType = defineCheck({
  id: 'management/content-type',
  title: 'The answer is declared as application/vnd.syncml.dm+xml',
  level: 'MUST',
  basis: 'specification',
  requirements: ['SYN-01', 'SYN-24'],
  since: '0.1.0',
  impact: { kind: 'unknown', says: 'whether a device reads a message of another declared type' },
  remedy: 'Send Content-Type: application/vnd.syncml.dm+xml.',
  needs: { each: 'manage' },

  *judge({ headers, at }) {
    const types = headers('Content-Type');
    if (types.length === 0)
      yield { message: 'The answer has no Content-Type', at: at('headers'), expected: 'application/vnd.syncml.dm+xml' };
    for (const type of types) {
      if (syncml.test(type.value)) continue;
      const message = `Content-Type is "${type.value}"`;
      yield { message, at: type, expected: 'application/vnd.syncml.dm+xml', actual: type.value };
    }
  },

  counterexamples: [
    { name: 'no Content-Type', ...header('manage', 'Content-Type') },
    { name: 'XML of any sort', ...header('manage', 'Content-Type', 'application/xml') },
    { name: 'WBXML, which nobody asked for', ...header('manage', 'Content-Type', 'application/vnd.syncml.dm+wbxml') },
  ],
});
