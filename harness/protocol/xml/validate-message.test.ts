import { expect, test } from 'vitest';
import { specExample } from './testing/spec-example.ts';
import { validateMessage } from './validate-message.ts';

test('a message is judged as what it is', () => {
  expect(validateMessage(specExample('discover'))).toEqual({ type: 'discover', verdict: 'valid', issues: [] });
});

test('a message of another type than the given one is invalid, and the issue names both', () => {
  expect(validateMessage(specExample('fault'), 'discover-response')).toMatchObject({
    type: 'discover-response',
    verdict: 'invalid',
    issues: [
      {
        message: 'Expected a discover-response message (d:DiscoverResponse), found a fault message (s:Fault)',
        path: '/s:Envelope/s:Body/s:Fault',
      },
    ],
  });
});

test('what is not well-formed says where', () => {
  expect(validateMessage('<a>\n<b></a>')).toMatchObject({
    verdict: 'not-well-formed',
    issues: [{ line: 2, path: '/' }],
  });
});

test('what is no message of ours has no type', () => {
  expect(validateMessage('<DevInf xmlns="syncml:devinf"/>')).toEqual({
    verdict: 'unknown-type',
    issues: [{ message: 'Not a message of the enrollment protocols', line: 1, path: "/*[local-name()='DevInf']" }],
  });
});

test('a document type that declares nothing is let pass in a provisioning document alone', () => {
  const doctype = (root: string) => `<!DOCTYPE ${root} SYSTEM "a.dtd">`;
  const document = '<wap-provisioningdoc version="1.1"/>';
  expect(validateMessage(doctype('wap-provisioningdoc') + document)).toEqual(validateMessage(document));
  expect(validateMessage(`${doctype('Envelope')}<Envelope/>`).verdict).toBe('not-well-formed');
  expect(validateMessage(`<!DOCTYPE a [<!ENTITY e "x">]>${document}`).verdict).toBe('not-well-formed');
});
