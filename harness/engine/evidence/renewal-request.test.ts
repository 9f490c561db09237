import { expect, test } from 'vitest';
import type { RequestEdit } from '../../device/client/request-edit.ts';
import { editRequest } from '../../device/client/request-edit.ts';
import type { HttpRequest } from '../../wire/exchange/exchange.ts';
import { renewal } from '../../../suites/renewal/scenarios/renewal.ts';
import { referenceSession } from '../../testing/reference-run.ts';
import { parseXml } from '../../protocol/xml/tree.ts';
import { createEndpoints } from './endpoints.ts';
import { readRequestFacts } from './request-facts.ts';
import type { RequestFacts } from './request-facts.ts';
import { shownCertificate } from './renewal-request.ts';

const { exchanges } = await referenceSession({ scenarios: [renewal] });
const renewals = exchanges.filter(({ request }) => Buffer.from(request.body).includes('200512/Renew<'));
const [first, second] = renewals.map(({ request }) => request);
const token = '//wst:RequestSecurityToken/wsse:BinarySecurityToken';

function factsOf(request: HttpRequest | undefined, ...edits: readonly RequestEdit[]): RequestFacts {
  if (!request) throw new Error('the device did not renew');
  const edited = editRequest(request, edits);
  using tree = parseXml(edited.body);
  return readRequestFacts({ request: edited }, 'renew', tree, createEndpoints());
}

const setting = (to: string): RequestEdit => ({ xml: { op: 'set', at: token, to } });

test('a renewal without a Security header deviates in nothing, and shows its message and what is in it', () => {
  const { deviations, renewal: read, certificateRequest, credential } = factsOf(first);
  expect({ deviations, credential }).toEqual({ deviations: [], credential: 'none' });
  expect(read).toMatchObject({ encoding: 'single', signed: { signatureValid: true } });
  expect(certificateRequest).toMatchObject({ signatureValid: true, shape: 'windows' });
});

test('the certificate of its connection is that which signed; another one is seen', () => {
  expect(shownCertificate(first ?? {})?.sha1).toBe(factsOf(first).renewal?.signed?.signer?.sha1);
  const other = first && second?.connection ? { ...first, connection: second.connection } : undefined;
  expect(factsOf(other).deviations).toEqual(['other-client-certificate']);
  const unreadable = first && { ...first, connection: { clientCertificate: { certificate: 'no PEM' } } };
  expect(factsOf(unreadable).deviations).toEqual([]);
});

test.for<[string, RequestEdit, readonly string[]]>([
  ['without a token', { xml: { op: 'remove', at: token } }, ['schema', 'pkcs7-missing']],
  ['with an empty one', setting(''), ['pkcs7-missing']],
  ['with one that is no base64', setting('*'), ['pkcs7-encoding']],
  ['with one that is no PKCS #7', setting('MAA='), ['pkcs7-unreadable']],
  ['with the base64 of none', setting(Buffer.from('MAA=').toString('base64')), ['pkcs7-unreadable']],
  ['that is a recovery', { replace: '200512/Renew', by: '200512/Recovery' }, ['recovery']],
])('a renewal %s shows that', ([, edit, deviations]) => {
  expect(factsOf(first, edit).deviations).toEqual(deviations);
});

test('double base64 is told from single', () => {
  const single = /<wsse:BinarySecurityToken [^>]*>([^<]*)</.exec(Buffer.from(first?.body ?? []).toString())?.[1] ?? '';
  const { renewal: read, deviations } = factsOf(first, setting(Buffer.from(single).toString('base64')));
  expect(read).toMatchObject({ encoding: 'double', signed: { signatureValid: true } });
  expect(deviations).toEqual([]);
});
